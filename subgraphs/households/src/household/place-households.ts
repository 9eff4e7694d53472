import type { EntityManager } from "typeorm";

/**
 * Brings `household_unit` in line with the households and the territory: to be called in the transaction
 * that added, moved or renamed households. Costs one pass over the households.
 */
export async function placeHouseholds(manager: EntityManager): Promise<void> {
  await manager.query("DELETE FROM household_unit");
  await manager.query(
    `INSERT INTO household_unit (unit_id, code)
     SELECT territory.unit_id, household.code
     FROM household JOIN territory ON territory.locality_id = household.locality_id`,
  );
}
