import type { EntityManager } from "typeorm";
import type { Change } from "../../kind.js";

/** Brings `household_unit`, the index of households by unit, in line with households that were added, moved or renamed. */
export async function updateHouseholdUnits(
  manager: EntityManager,
  changes: readonly Change[],
): Promise<void> {
  const placed = changes.filter(
    ({ before, after }) =>
      before?.["localityId"] !== after["localityId"] || before?.["code"] !== after["code"],
  );
  const former = placed.flatMap(({ before }) => (before ? [before] : []));
  if (former.length > 0) {
    await manager.query(
      `DELETE FROM household_unit WHERE code IN (${marks(former)}) AND unit_id IN (
         SELECT unit_id FROM territory WHERE locality_id IN (${marks(former)}))`,
      [...former.map(({ code }) => code), ...former.map(({ localityId }) => localityId)],
    );
  }
  if (placed.length === 0) return;
  await manager.query(
    `INSERT INTO household_unit (unit_id, code)
     SELECT territory.unit_id, household.code
     FROM household JOIN territory ON territory.locality_id = household.locality_id
     WHERE household.id IN (${marks(placed)})`,
    placed.map(({ after }) => after["id"]),
  );
}

const marks = (rows: readonly unknown[]) => rows.map(() => "?").join(", ");
