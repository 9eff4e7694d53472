import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { paginate, type Ordering } from "@an-sinh/subgraph-kit/pagination/paginate";
import { filterByUnit } from "@an-sinh/territory/filter-by-unit";
import { SavingsGroupEntity } from "./savings-group.entity.js";
import type { SavingsGroupsArgs } from "./savings-group.inputs.js";

const byLocality: Ordering<SavingsGroupEntity> = {
  name: "savingsGroups",
  columns: [
    { expression: "savingsGroup.localityId", type: "string", value: (group) => group.localityId },
    { expression: "savingsGroup.id", type: "string", value: (group) => group.id },
  ],
};

/** A page of the groups that meet the filter, by place. */
export async function listSavingsGroups(
  context: RequestContext,
  { filter, ...page }: SavingsGroupsArgs,
): Promise<Page<SavingsGroupEntity>> {
  const { administrativeUnit, entrustedOrganization, transactionOffice } = filter ?? {};
  const query = context.read(SavingsGroupEntity, "savingsGroup");
  if (entrustedOrganization) {
    query.andWhere("savingsGroup.entrustedOrganization = :entrustedOrganization", { entrustedOrganization });
  }
  if (typeof transactionOffice === "string") {
    query.andWhere("savingsGroup.transactionOfficeId = :transactionOffice", { transactionOffice });
  }
  if (typeof administrativeUnit === "string") {
    const unit = { argument: "filter.administrativeUnit", unitId: administrativeUnit };
    await filterByUnit(context, query, "savingsGroup", unit);
  }
  return paginate(query, byLocality, page);
}
