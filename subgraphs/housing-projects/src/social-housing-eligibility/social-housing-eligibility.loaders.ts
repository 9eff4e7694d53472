import { defineCatalog, defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { SocialHousingApplicationEntity } from "../social-housing-application/social-housing-application.entity.js";
import { EligibilityConditionEntity } from "./eligibility-condition.entity.js";
import { IncomeCeilingEntity } from "./income-ceiling.entity.js";

const allCeilings = defineCatalog((context) =>
  context
    .read(IncomeCeilingEntity, "ceiling")
    .orderBy("ceiling.validFrom")
    .addOrderBy("ceiling.monthlyIncome")
    .addOrderBy("ceiling.situation")
    .getMany(),
);

const allConditions = defineCatalog((context) =>
  context.read(EligibilityConditionEntity, "rule").orderBy("rule.rule").getMany(),
);

/** The income ceilings in force on a day, the lowest first. */
export async function ceilingsOn(context: RequestContext, on: string): Promise<IncomeCeilingEntity[]> {
  return (await allCeilings(context)).filter((ceiling) => isInForce(ceiling, on));
}

/** The conditions in force on a day, of all groups. */
export async function conditionsOn(
  context: RequestContext,
  on: string,
): Promise<EligibilityConditionEntity[]> {
  return (await allConditions(context)).filter((condition) => isInForce(condition, on));
}

/** The applications of each household to which an apartment was allotted, in any province, the earliest decision first. */
export const allotmentsOfHousehold = defineLoader(async (ids, context) =>
  groupByKey(
    ids,
    await context
      .facts(SocialHousingApplicationEntity, "application")
      .where("application.householdId IN (:...ids)", { ids })
      .andWhere("application.status = 'ALLOTTED'")
      .orderBy("application.decidedOn")
      .getMany(),
    ({ householdId }) => householdId ?? "",
  ),
);
