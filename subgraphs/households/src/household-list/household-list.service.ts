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
  if (!filter) return paginate(query, byCode("household.code"), page);
  const { code, mayReadAll, counted } = await applyFilter(context, query, filter);
  return paginate(mayReadAll ? context.aside(query) : query, byCode(code), page, counted);
}
