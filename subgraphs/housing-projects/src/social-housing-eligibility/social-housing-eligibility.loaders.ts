import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { SocialHousingApplicationEntity } from "../social-housing-application/social-housing-application.entity.js";
import { EligibilityConditionEntity } from "./eligibility-condition.entity.js";
import { IncomeCeilingEntity } from "./income-ceiling.entity.js";

interface Dated {
  readonly validFrom: string;
  readonly validTo: string | null;
}

const onlyKey = "all";

/** The few dozen rows of the law are read whole: one statement serves every day of a request. */
const allCeilings = defineLoader(async (keys, context) => {
  const ceilings = await context
    .read(IncomeCeilingEntity, "ceiling")
    .orderBy("ceiling.validFrom")
    .addOrderBy("ceiling.monthlyIncome")
    .getMany();
  return keys.map(() => ceilings);
});

const allConditions = defineLoader(async (keys, context) => {
  const conditions = await context.read(EligibilityConditionEntity, "rule").orderBy("rule.rule").getMany();
  return keys.map(() => conditions);
});

const isInForce = ({ validFrom, validTo }: Dated, on: string): boolean =>
  validFrom <= on && (validTo === null || validTo >= on);

/** The income ceilings in force on a day, the lowest first. */
export async function ceilingsOn(context: RequestContext, on: string): Promise<IncomeCeilingEntity[]> {
  return (await context.load(allCeilings, onlyKey)).filter((ceiling) => isInForce(ceiling, on));
}

/** The conditions in force on a day, of all groups. */
export async function conditionsOn(
  context: RequestContext,
  on: string,
): Promise<EligibilityConditionEntity[]> {
  return (await context.load(allConditions, onlyKey)).filter((condition) => isInForce(condition, on));
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
