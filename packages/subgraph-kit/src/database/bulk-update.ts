import type { EntityManager } from "typeorm";
import { batches } from "../batches.js";
import { bulkUpsert } from "./bulk-insert.js";
import { dialectOf } from "./dialect.js";
import { placeholders } from "./placeholders.js";
import { preparedStatements } from "./prepared-statements.js";
import { parametersOf, writtenColumns, type WrittenColumn } from "./written-columns.js";

const rowsPerStatement = 100;

/**
 * Sets these properties in rows that are on record. The rows are given whole, as they are afterwards, each once. On
 * SQLite an upsert writes all indexes of a row anew, which takes most of its time; this writes only those with a column
 * that is set. MySQL leaves indexes alone whose columns stay the same.
 */
export async function bulkUpdate<Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  rows: readonly Entity[],
  properties: ReadonlySet<keyof Entity & string>,
): Promise<void> {
  if (properties.size === 0) return;
  if (dialectOf(manager) === "mysql") {
    await bulkUpsert(manager, entity, rows);
    return;
  }
  const { driver } = manager.connection;
  const metadata = manager.connection.getMetadata(entity);
  const columns = writtenColumns(driver, metadata).filter(
    ({ isPrimary, property }) => isPrimary || properties.has(property as keyof Entity & string),
  );
  const { run } = await preparedStatements(manager);
  for (const batch of batches(rows, rowsPerStatement)) {
    const sql = updateOf(driver.escape(metadata.tableName), columns, batch.length);
    await run(sql, parametersOf(batch, columns));
  }
}

function updateOf(table: string, columns: readonly WrittenColumn[], rows: number): string {
  const equations = columns.map(({ name, isPrimary }, index) => ({
    name,
    isPrimary,
    value: `given.column${index + 1}`,
  }));
  const set = equations.filter(({ isPrimary }) => !isPrimary).map(({ name, value }) => `${name} = ${value}`);
  const isRow = equations
    .filter(({ isPrimary }) => isPrimary)
    .map(({ name, value }) => `${table}.${name} = ${value}`);
  const values = Array.from({ length: rows }, () => `(${placeholders(columns.length)})`);
  return `UPDATE ${table} SET ${set.join(", ")} FROM (VALUES ${values.join(", ")}) given WHERE ${isRow.join(" AND ")}`;
}
