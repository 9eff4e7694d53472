import type { EntityManager, EntityMetadata } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";
import type { EntityClass } from "./database.js";

/** SQLite binds at most 32,766 values a statement. */
const maximumParameters = 30_000;
const maximumRowsPerStatement = 500;

/**
 * Inserts rows with many-row statements, straight from the entity's columns: no lifecycle hooks, no
 * read-back. Rows stream: memory holds one statement's worth. Returns the number of rows.
 */
export async function bulkInsert<Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  rows: Iterable<Entity> | AsyncIterable<Entity>,
  onProgress: (rows: number) => void = () => {},
): Promise<number> {
  const insert = statementFor(manager, manager.connection.getMetadata(entity as EntityClass));
  let total = 0;
  let batch: Entity[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await insert.run(batch);
    total += batch.length;
    onProgress(batch.length);
    batch = [];
  };
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === insert.rowsPerStatement) await flush();
  }
  await flush();
  return total;
}

function statementFor(manager: EntityManager, metadata: EntityMetadata) {
  const { driver } = manager.connection;
  const columns = metadata.columns.filter((column) => !column.isVirtual && !column.isGenerated);
  const names = columns.map((column) => driver.escape(column.databaseName)).join(", ");
  const head = `INSERT INTO ${driver.escape(metadata.tableName)} (${names}) VALUES `;
  const tuple = `(${columns.map(() => "?").join(", ")})`;
  const rowsPerStatement = Math.min(maximumRowsPerStatement, Math.floor(maximumParameters / columns.length));
  return {
    rowsPerStatement,
    run: (rows: readonly object[]) =>
      manager.query(
        head + rows.map(() => tuple).join(", "),
        rows.flatMap((row) => columns.map((column) => parameter(driver, column, row))),
      ),
  };
}

function parameter(
  driver: EntityManager["connection"]["driver"],
  column: ColumnMetadata,
  row: object,
): unknown {
  const value: unknown = column.getEntityValue(row) ?? column.default ?? null;
  return typeof value === "boolean" ? Number(value) : driver.preparePersistentValue(value, column);
}
