import type { EntityManager } from "typeorm";
import type { Change } from "../../file-kind.js";

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

/** Brings it in line with localities that were added to units. */
export async function addToUnits(manager: EntityManager, changes: readonly Change[]): Promise<void> {
  const localities = [...new Set(changes.map(({ after }) => after["localityId"]))];
  await manager.query(
    `INSERT INTO household_unit (unit_id, code)
     SELECT territory.unit_id, household.code
     FROM household JOIN territory ON territory.locality_id = household.locality_id
     WHERE household.locality_id IN (${marks(localities)}) AND NOT EXISTS (
       SELECT 1 FROM household_unit known
       WHERE known.unit_id = territory.unit_id AND known.code = household.code)`,
    localities,
  );
}

const marks = (rows: readonly unknown[]) => rows.map(() => "?").join(", ");
