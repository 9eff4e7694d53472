import type { EntityManager, EntityMetadata } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";
import type { EntityClass } from "./database.js";
import { placeholders } from "./placeholders.js";

/** SQLite binds at most 32,766 values a statement. */
const maximumParameters = 30_000;
const maximumRowsPerStatement = 500;

/**
 * Inserts rows, many with each statement. Only the entity's columns are written: there are no lifecycle hooks, and
 * nothing is read back. Memory holds the rows of one statement. Returns the number of rows.
 */
export async function bulkInsert<Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  rows: Iterable<Entity> | AsyncIterable<Entity>,
  onProgress: (rows: number) => void = () => {},
): Promise<number> {
  const metadata = manager.connection.getMetadata(entity as EntityClass);
  return runInBatches(statementFor(manager, metadata, ""), rows, onProgress);
}

/** As `bulkInsert`, but where a row with the same primary key is there, its other columns are set. */
export async function bulkUpsert<Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  rows: Iterable<Entity> | AsyncIterable<Entity>,
  onProgress: (rows: number) => void = () => {},
): Promise<number> {
  const metadata = manager.connection.getMetadata(entity as EntityClass);
  return runInBatches(statementFor(manager, metadata, onConflict(manager, metadata)), rows, onProgress);
}

/**
 * As `bulkInsert`, but where a row with the same primary key is there, its other columns are added to those of that row.
 * They are numbers.
 */
export async function bulkAdd<Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  rows: Iterable<Entity>,
): Promise<number> {
  const metadata = manager.connection.getMetadata(entity as EntityClass);
  const suffix = onConflict(manager, metadata, (stored, given) => `${stored} + ${given}`);
  return runInBatches(statementFor(manager, metadata, suffix), rows, () => {});
}

interface BulkStatement {
  readonly rowsPerStatement: number;
  run(rows: readonly object[]): Promise<unknown>;
}

async function runInBatches(
  statement: BulkStatement,
  rows: Iterable<object> | AsyncIterable<object>,
  onProgress: (rows: number) => void,
): Promise<number> {
  let total = 0;
  let batch: object[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    await statement.run(batch);
    total += batch.length;
    onProgress(batch.length);
    batch = [];
  };
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === statement.rowsPerStatement) await flush();
  }
  await flush();
  return total;
}

const writtenColumns = ({ columns }: EntityMetadata) =>
  columns.filter((column) => !column.isVirtual && !column.isGenerated);

function statementFor(manager: EntityManager, metadata: EntityMetadata, suffix: string): BulkStatement {
  const { driver } = manager.connection;
  const columns = writtenColumns(metadata);
  const names = columns.map((column) => driver.escape(column.databaseName)).join(", ");
  const head = `INSERT INTO ${driver.escape(metadata.tableName)} (${names}) VALUES `;
  const tuple = `(${placeholders(columns.length)})`;
  const rowsPerStatement = Math.min(maximumRowsPerStatement, Math.floor(maximumParameters / columns.length));
  return {
    rowsPerStatement,
    run: (rows) =>
      manager.query(
        head + rows.map(() => tuple).join(", ") + suffix,
        rows.flatMap((row) => columns.map((column) => parameter(driver, column, row))),
      ),
  };
}

/**
 * What becomes of a stored row with the same key. The dialects have no common syntax. VALUES() is what both MariaDB and
 * MySQL understand.
 */
function onConflict(
  { connection }: EntityManager,
  metadata: EntityMetadata,
  combine = (_stored: string, given: string) => given,
): string {
  const name = (column: ColumnMetadata) => connection.driver.escape(column.databaseName);
  const key = metadata.primaryColumns.map(name);
  const rest = writtenColumns(metadata).filter((column) => !column.isPrimary);
  const assigned = rest.length > 0 ? rest : metadata.primaryColumns;
  if (connection.options.type === "better-sqlite3") {
    const assignments = assigned.map(
      (column) => `${name(column)} = ${combine(name(column), `excluded.${name(column)}`)}`,
    );
    return ` ON CONFLICT (${key.join(", ")}) DO UPDATE SET ${assignments.join(", ")}`;
  }
  const assignments = assigned.map(
    (column) => `${name(column)} = ${combine(name(column), `VALUES(${name(column)})`)}`,
  );
  return ` ON DUPLICATE KEY UPDATE ${assignments.join(", ")}`;
}

function parameter(
  driver: EntityManager["connection"]["driver"],
  column: ColumnMetadata,
  row: object,
): unknown {
  const value: unknown = column.getEntityValue(row) ?? column.default ?? null;
  return driver.preparePersistentValue(value, column);
}
