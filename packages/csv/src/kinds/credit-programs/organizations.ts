import type { EntityManager } from "typeorm";
import type { Change } from "../../file-kind.js";

/** Loans and their year ends repeat the organization of their group: of groups that got another one, they follow. */
export async function updateOrganizations(manager: EntityManager, changes: readonly Change[]): Promise<void> {
  const groupIds = changes.flatMap(({ before, after }) =>
    before && before["entrustedOrganization"] !== after["entrustedOrganization"] ? [after["id"]] : [],
  );
  if (groupIds.length === 0) return;
  const marks = groupIds.map(() => "?").join(", ");
  for (const table of ["loan", "loan_year_end"]) {
    await manager.query(
      `UPDATE ${table} SET entrusted_organization = (
         SELECT savings_group.entrusted_organization FROM savings_group
         WHERE savings_group.id = ${table}.savings_group_id)
       WHERE savings_group_id IN (${marks})`,
      groupIds,
    );
  }
}
