import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { SocialHousingApplicationEntity } from "../social-housing-application/social-housing-application.entity.js";
import { EligibilityConditionEntity } from "./eligibility-condition.entity.js";
import { IncomeCeilingEntity } from "./income-ceiling.entity.js";

/** The only key of a loader that reads a whole table. */
const wholeTable = "all";

/** A few dozen rows of law: one statement serves every day that a request asks about. */
const allCeilings = defineLoader(async (keys, context) => {
  const ceilings = await context
    .read(IncomeCeilingEntity, "ceiling")
    .orderBy("ceiling.validFrom")
    .addOrderBy("ceiling.monthlyIncome")
    .getMany();
  return keys.map(() => ceilings);
});

/** A few dozen rows of law, as above. */
const allConditions = defineLoader(async (keys, context) => {
  const conditions = await context.read(EligibilityConditionEntity, "rule").orderBy("rule.rule").getMany();
  return keys.map(() => conditions);
});

/** The income ceilings in force on a day, the lowest first. */
export async function ceilingsOn(context: RequestContext, on: string): Promise<IncomeCeilingEntity[]> {
  return (await context.load(allCeilings, wholeTable)).filter((ceiling) => isInForce(ceiling, on));
}

/** The conditions in force on a day, of all groups. */
export async function conditionsOn(
  context: RequestContext,
  on: string,
): Promise<EligibilityConditionEntity[]> {
  return (await context.load(allConditions, wholeTable)).filter((condition) => isInForce(condition, on));
}

/** The household's applications to which an apartment was allotted, the earliest first. */
export const allotmentsOfHousehold = defineLoader(async (ids, context) =>
  groupByKey(
    ids,
    await context
      .read(SocialHousingApplicationEntity, "application")
      .where("application.householdId IN (:...ids)", { ids })
      .andWhere("application.status = 'ALLOTTED'")
      .orderBy("application.decidedOn")
      .getMany(),
    ({ householdId }) => householdId ?? "",
  ),
);
