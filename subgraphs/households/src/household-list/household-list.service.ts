import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { paginate, type Ordering } from "@an-sinh/subgraph-kit/pagination/paginate";
import { HouseholdEntity } from "../household/household.entity.js";
import { applyFilter, type CodeColumn } from "./household-filter.js";
import type { HouseholdsArgs } from "./household-list.inputs.js";

const byCode = (expression: CodeColumn): Ordering<HouseholdEntity> => ({
  name: "households:CODE",
  columns: [{ expression, type: "string", value: (household) => household.code }],
});

/** A page of households in the order of their codes. Throws as `applyFilter` does. */
export async function listHouseholds(
  context: RequestContext,
  { filter, ...page }: HouseholdsArgs,
): Promise<Page<HouseholdEntity>> {
  const query = context.read(HouseholdEntity, "household");
  const code = filter ? await applyFilter(context, query, filter) : "household.code";
  return paginate(query, byCode(code), page);
}
