import { getReferred, refuseEmptyTexts } from "@an-sinh/subgraph-kit/arguments";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import type { Ordering } from "@an-sinh/subgraph-kit/pagination/ordering";
import { paginate } from "@an-sinh/subgraph-kit/pagination/paginate";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { filterInAreas } from "@an-sinh/territory/filter-by-unit";
import { transactionOfficeById } from "../transaction-office/transaction-office.loaders.js";
import { SavingsGroupEntity } from "./savings-group.entity.js";
import type { SavingsGroupFilter, SavingsGroupsArgs } from "./savings-group.inputs.js";

const byLocality: Ordering<SavingsGroupEntity> = {
  name: "savingsGroups",
  columns: [
    { expression: "savingsGroup.localityId", type: "string", value: (group) => group.localityId },
    { expression: "savingsGroup.id", type: "string", value: (group) => group.id },
  ],
};

/**
 * A page of the groups that meet the filter, by place. Throws BAD_USER_INPUT for an empty text, and NOT_FOUND for an
 * unknown unit or transaction office.
 */
export async function listSavingsGroups(
  context: RequestContext,
  { filter, ...page }: SavingsGroupsArgs,
): Promise<Page<SavingsGroupEntity>> {
  const query = context.read(SavingsGroupEntity, "savingsGroup");
  await applyFilter(context, query, filter ?? {});
  return paginate(context, query, byLocality, page);
}

async function applyFilter(
  context: RequestContext,
  query: RowQuery<SavingsGroupEntity>,
  filter: SavingsGroupFilter,
): Promise<void> {
  refuseEmptyTexts(filter);
  const { administrativeUnit: unitId, entrustedOrganization, transactionOffice } = filter;
  if (entrustedOrganization) {
    query.andWhere("savingsGroup.entrustedOrganization = :entrustedOrganization", { entrustedOrganization });
  }
  await filterInAreas(context, query, "savingsGroup", { argument: "filter.administrativeUnit", unitId });
  if (transactionOffice) {
    const { id } = await getReferred(context, transactionOfficeById, {
      argument: "filter.transactionOffice",
      value: transactionOffice,
      noun: "the id of a transaction office",
    });
    query.andWhere("savingsGroup.transactionOfficeId = :id", { id });
  }
}
