import { differs, type Change } from "@an-sinh/subgraph-kit/database/change";
import { placeholders } from "@an-sinh/subgraph-kit/database/placeholders";
import type { EntityManager } from "typeorm";
import type { HouseholdEntity } from "./household.entity.js";

type PlacedHousehold = Pick<HouseholdEntity, "id" | "code" | "localityId">;

/** Brings the index of households by unit in line with households that were added, moved or got another code. */
export async function updateHouseholdUnits(
  manager: EntityManager,
  changes: readonly Change<PlacedHousehold>[],
): Promise<void> {
  const placed = changes.filter((change) => differs(change, "localityId", "code"));
  if (placed.length === 0) return;
  await removeFromUnits(
    manager,
    placed.flatMap(({ before }) => (before ? [before] : [])),
  );
  await manager.query(
    `INSERT INTO household_unit (unit_id, code)
     SELECT territory.unit_id, household.code
     FROM household JOIN territory ON territory.locality_id = household.locality_id
     WHERE household.id IN (${placeholders(placed.length)})`,
    placed.map(({ after }) => after.id),
  );
}

/** Makes the index of all households, while it is empty. It is written in its own order: that takes the least time. */
export async function fillHouseholdUnits(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO household_unit (unit_id, code)
     SELECT territory.unit_id, household.code
     FROM household JOIN territory ON territory.locality_id = household.locality_id
     ORDER BY territory.unit_id, household.code`,
  );
}

async function removeFromUnits(
  manager: EntityManager,
  households: readonly PlacedHousehold[],
): Promise<void> {
  if (households.length === 0) return;
  const list = placeholders(households.length);
  await manager.query(
    `DELETE FROM household_unit WHERE code IN (${list}) AND unit_id IN (
       SELECT unit_id FROM territory WHERE locality_id IN (${list}))`,
    [...households.map(({ code }) => code), ...households.map(({ localityId }) => localityId)],
  );
}

/** Brings the index of households by unit in line with localities that were added to units. */
export async function addLocalitiesToUnits(
  manager: EntityManager,
  localityIds: readonly string[],
): Promise<void> {
  const localities = [...new Set(localityIds)];
  if (localities.length === 0) return;
  await manager.query(
    `INSERT INTO household_unit (unit_id, code)
     SELECT territory.unit_id, household.code
     FROM household JOIN territory ON territory.locality_id = household.locality_id
     WHERE household.locality_id IN (${placeholders(localities.length)}) AND NOT EXISTS (
       SELECT 1 FROM household_unit known
       WHERE known.unit_id = territory.unit_id AND known.code = household.code)`,
    localities,
  );
}
