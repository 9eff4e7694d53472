import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import type { Ordering } from "@an-sinh/subgraph-kit/pagination/ordering";
import { pageRange } from "@an-sinh/subgraph-kit/pagination/page-args";
import { paginate } from "@an-sinh/subgraph-kit/pagination/paginate";
import type { HouseholdEntity } from "../household/household.entity.js";
import { findCodeAhead, householdsByCode } from "./code-ahead.js";
import { filterHouseholds, type CodeColumn } from "./household-filter.js";
import type { HouseholdsArgs } from "./household-list.inputs.js";

const byCode = (expression: CodeColumn): Ordering<HouseholdEntity> => ({
  name: householdsByCode,
  columns: [{ expression, type: "string", value: (household) => household.code }],
});

/**
 * A page of households in the order of their codes. Throws as `filterHouseholds` does.
 *
 * Most pages of households that have a class are full after the next thousand, or the thousand before, so these are read
 * first. Where they do not fill the page, the households that fit are found by their classes if they are few, else all are
 * read aside. No index has the households of several areas in the order of their codes: these are read aside, too.
 */
export async function listHouseholds(
  context: RequestContext,
  { filter, ...page }: HouseholdsArgs,
): Promise<Page<HouseholdEntity>> {
  const { query, part, code, mayReadAll, few, counted } = await filterHouseholds(context, filter ?? {});
  if (part && "localities" in part)
    return paginate(context, context.aside(query), byCode(code), page, counted);
  if (!mayReadAll) return paginate(context, query, byCode(code), page, counted);
  const range = pageRange(page);
  const last = await findCodeAhead(context, part?.unitId ?? null, range);
  const isNext = `${code} ${range.isBackward ? ">=" : "<="} :last`;
  const next = last === null ? query : query.clone().andWhere(isNext, { last });
  const found = await paginate(context, next, byCode(code), page, counted);
  const { hasNextPage, hasPreviousPage } = found.pageInfo;
  if (last === null || (range.isBackward ? hasPreviousPage : hasNextPage)) return found;
  const fewOnes = await few();
  return fewOnes
    ? paginate(context, fewOnes, byCode("household.code"), page, counted)
    : paginate(context, context.aside(query), byCode(code), page, counted);
}
