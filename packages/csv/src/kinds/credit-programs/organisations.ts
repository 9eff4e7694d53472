import type { EntityManager } from "typeorm";
import type { Change } from "../../file-kind.js";

/** Loans and their year ends repeat the organisation of their group: of groups that got another one, they follow. */
export async function updateOrganisations(manager: EntityManager, changes: readonly Change[]): Promise<void> {
  const groupIds = changes.flatMap(({ before, after }) =>
    before && before["entrustedOrganisation"] !== after["entrustedOrganisation"] ? [after["id"]] : [],
  );
  if (groupIds.length === 0) return;
  const marks = groupIds.map(() => "?").join(", ");
  for (const table of ["loan", "loan_year_end"]) {
    await manager.query(
      `UPDATE ${table} SET entrusted_organisation = (
         SELECT savings_group.entrusted_organisation FROM savings_group
         WHERE savings_group.id = ${table}.savings_group_id)
       WHERE savings_group_id IN (${marks})`,
      groupIds,
    );
  }
}
