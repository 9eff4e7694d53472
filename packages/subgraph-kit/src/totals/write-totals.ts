import type { EntityManager } from "typeorm";
import { bulkAdd } from "../database/bulk-insert.js";
import type { EntityClass } from "../database/database.js";
import { placeholders } from "../database/placeholders.js";
import type { CountedPlaces } from "./counted-places.js";
import type { TotalColumns } from "./total-columns.js";

const placesPerStatement = 5_000;

/** Adds what was counted to the stored totals. Rows whose sums are 0 then are removed. */
export async function addToTotals(
  manager: EntityManager,
  entity: EntityClass,
  { place, sums }: TotalColumns,
  counted: CountedPlaces,
): Promise<void> {
  const { driver } = manager.connection;
  const table = driver.escape(manager.connection.getMetadata(entity).tableName);
  await bulkAdd(manager, entity, counted.rows());
  const isZero = sums.map((sum) => `${driver.escape(sum.databaseName)} = 0`).join(" AND ");
  const { places } = counted;
  for (let start = 0; start < places.length; start += placesPerStatement) {
    const part = places.slice(start, start + placesPerStatement);
    const isOfPart = `${driver.escape(place.databaseName)} IN (${placeholders(part.length)})`;
    await manager.query(`DELETE FROM ${table} WHERE ${isOfPart} AND ${isZero}`, part);
  }
}
