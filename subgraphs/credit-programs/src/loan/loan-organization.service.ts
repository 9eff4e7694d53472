import { differs, type Change } from "@an-sinh/subgraph-kit/database/change";
import { placeholders } from "@an-sinh/subgraph-kit/database/placeholders";
import type { EntityManager } from "typeorm";
import type { SavingsGroupEntity } from "../savings-group/savings-group.entity.js";

/**
 * Loans and their balances repeat the organization that manages their savings-and-credit group. When a group
 * gets another organization, its loans and balances get it too.
 */
export async function updateOrganizations(
  manager: EntityManager,
  groups: readonly Change<Pick<SavingsGroupEntity, "id" | "entrustedOrganization">>[],
): Promise<void> {
  const groupIds = groups
    .filter((group) => group.before !== null && differs(group, "entrustedOrganization"))
    .map(({ after }) => after.id);
  if (groupIds.length === 0) return;
  for (const table of ["loan", "loan_year_end"]) {
    await manager.query(
      `UPDATE ${table} SET entrusted_organization = (
         SELECT savings_group.entrusted_organization FROM savings_group
         WHERE savings_group.id = ${table}.savings_group_id)
       WHERE savings_group_id IN (${placeholders(groupIds.length)})`,
      groupIds,
    );
  }
}
