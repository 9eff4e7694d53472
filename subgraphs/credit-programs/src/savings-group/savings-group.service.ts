import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { paginate, type Ordering } from "@an-sinh/subgraph-kit/pagination/paginate";
import { localitiesOfUnit } from "../loan/loan.loaders.js";
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
    // A list lets the database read the groups in the index's order; a join would make it sort them.
    const localities = await context.load(localitiesOfUnit, administrativeUnit);
    query.andWhere(localities.length > 0 ? "savingsGroup.localityId IN (:...localities)" : "1 = 0", {
      localities,
    });
  }
  return paginate(query, byLocality, page);
}
