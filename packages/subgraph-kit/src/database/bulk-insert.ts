import type { EntityManager } from "typeorm";
import { batches } from "../batches.js";
import type { EntityClass } from "./database.js";
import { dialectOf } from "./dialect.js";
import { placeholders } from "./placeholders.js";
import { preparedStatements } from "./prepared-statements.js";
import { parametersOf, writtenColumns, type WrittenColumn } from "./written-columns.js";

/** With so many rows a statement SQLite takes the least time for each. On MySQL every statement is a round trip. */
const rowsPerStatement = { sqlite: 100, mysql: 500 };

/**
 * Inserts rows, many with each statement. Only the entity's columns are written: there are no lifecycle hooks, and
 * nothing is read back. Memory holds the rows of one statement. Returns the number of rows.
 */
export const bulkInsert = <Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  rows: Iterable<Entity>,
): Promise<number> => write(manager, { entity, rows }, () => "");

/** As `bulkInsert`, but where a row with the same primary key is there, its other columns are set. */
export const bulkUpsert = <Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  rows: Iterable<Entity>,
): Promise<number> => write(manager, { entity, rows }, onConflict(manager));

/**
 * As `bulkInsert`, but where a row with the same primary key is there, its other columns are added to those of that row.
 * They are numbers.
 */
export const bulkAdd = <Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  rows: Iterable<Entity>,
): Promise<number> =>
  write(
    manager,
    { entity, rows },
    onConflict(manager, (stored, given) => `${stored} + ${given}`),
  );

interface Load {
  readonly entity: EntityClass;
  readonly rows: Iterable<object>;
}

async function write(
  manager: EntityManager,
  { entity, rows }: Load,
  suffix: (columns: readonly WrittenColumn[]) => string,
): Promise<number> {
  const { driver } = manager.connection;
  const metadata = manager.connection.getMetadata(entity);
  const columns = writtenColumns(driver, metadata);
  const size = rowsPerStatement[dialectOf(manager)];
  const sqlFor = (count: number) =>
    insertOf(driver.escape(metadata.tableName), columns, count) + suffix(columns);
  const sqlForFullBatch = sqlFor(size);
  const { run } = await preparedStatements(manager);
  let total = 0;
  for (const batch of batches(rows, size)) {
    await run(batch.length === size ? sqlForFullBatch : sqlFor(batch.length), parametersOf(batch, columns));
    total += batch.length;
  }
  return total;
}

function insertOf(table: string, columns: readonly WrittenColumn[], rows: number): string {
  const names = columns.map(({ name }) => name).join(", ");
  const tuple = `(${placeholders(columns.length)})`;
  return `INSERT INTO ${table} (${names}) VALUES ${Array.from({ length: rows }, () => tuple).join(", ")}`;
}

/**
 * What becomes of a stored row with the same key. The dialects have no common syntax. VALUES() is what both MariaDB and
 * MySQL understand.
 */
const onConflict =
  (manager: EntityManager, combine = (_stored: string, given: string) => given) =>
  (columns: readonly WrittenColumn[]): string => {
    const key = columns.filter(({ isPrimary }) => isPrimary);
    const rest = columns.filter(({ isPrimary }) => !isPrimary);
    const isSqlite = dialectOf(manager) === "sqlite";
    const given = isSqlite ? (name: string) => `excluded.${name}` : (name: string) => `VALUES(${name})`;
    const assignments = (rest.length > 0 ? rest : key)
      .map(({ name }) => `${name} = ${combine(name, given(name))}`)
      .join(", ");
    return isSqlite
      ? ` ON CONFLICT (${key.map(({ name }) => name).join(", ")}) DO UPDATE SET ${assignments}`
      : ` ON DUPLICATE KEY UPDATE ${assignments}`;
  };
