import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { paginate, type Ordering } from "@an-sinh/subgraph-kit/pagination/paginate";
import type { HouseholdClassificationEntity } from "../poverty-review/household-classification.entity.js";
import { classificationOfHousehold } from "../poverty-review/poverty-review.loaders.js";
import { getStandard } from "../poverty-standard/poverty-standard.service.js";
import { HouseholdEntity } from "./household.entity.js";
import { applyFilter, type CodeColumn } from "./household-filter.js";
import type { ClassificationArgs, HouseholdsArgs } from "./household.inputs.js";

const byCode = (expression: CodeColumn): Ordering<HouseholdEntity> => ({
  name: "households:CODE",
  columns: [{ expression, type: "string", value: (household) => household.code }],
});

/** A page of households in the order of their codes. Throws BAD_USER_INPUT for an unknown standard. */
export async function listHouseholds(
  context: RequestContext,
  { filter, ...page }: HouseholdsArgs,
): Promise<Page<HouseholdEntity>> {
  const query = context.read(HouseholdEntity, "household");
  const code = filter ? await applyFilter(context, query, filter) : "household.code";
  return paginate(query, byCode(code), page);
}

/** A household's class on a day; null when it was not on the register under that standard. */
export async function classify(
  context: RequestContext,
  householdId: string,
  { on, standard }: ClassificationArgs,
): Promise<HouseholdClassificationEntity | null> {
  const standardId = standard ? (await getStandard(context, standard)).id : null;
  return context.load(classificationOfHousehold, householdId, {
    on: on ?? context.today,
    standard: standardId,
  });
}
