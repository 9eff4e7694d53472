import type { EntityManager } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";
import { placeholders } from "./placeholders.js";

/** SQLite binds at most 32,766 values a statement. */
const valuesPerStatement = 10_000;

/** What SQL knows of a row. */
export type SqlValue = string | number | boolean | null;

/**
 * One entity's table, for reading and deleting many rows. Rows are plain objects without relations; their
 * values are those that the entity has.
 */
export interface Table<Row> {
  /** The table's name, quoted. */
  readonly name: string;
  /** The name of a property's column, quoted. */
  column(property: keyof Row & string): string;
  /**
   * All rows whose property has one of the values, in any order. Null finds nothing. A condition in SQL leaves only
   * those that meet it.
   */
  readBy(property: keyof Row & string, values: Iterable<SqlValue>, condition?: string): Promise<Row[]>;
  /** The rows that meet a condition in SQL, which has a `?` for each value. It may end with ORDER BY and LIMIT. */
  readWhere(condition: string, values: readonly SqlValue[]): Promise<Row[]>;
  /** Deletes all rows whose property has one of the values. Null deletes nothing. */
  deleteBy(property: keyof Row & string, values: Iterable<SqlValue>): Promise<void>;
}

/** The table of an entity, within the manager's transaction if it has one. */
export function tableOf<Row extends object>(manager: EntityManager, entity: new () => Row): Table<Row> {
  const { driver } = manager.connection;
  const metadata = manager.connection.getMetadata(entity);
  const columns = metadata.columns.filter((column) => !column.isVirtual);
  const columnNames = new Map<string, string>(
    columns.map(({ propertyName, databaseName }) => [propertyName, driver.escape(databaseName)]),
  );
  const name = driver.escape(metadata.tableName);
  const select = `SELECT ${[...columnNames.values()].join(", ")} FROM ${name}`;
  const column = (property: keyof Row & string) => {
    const found = columnNames.get(property);
    if (found === undefined) throw new Error(`Expected a property of ${metadata.name}, but got: ${property}`);
    return found;
  };
  const readWhere = async (condition: string, values: readonly SqlValue[]) => {
    const rows: Record<string, unknown>[] = await manager.query(`${select} WHERE ${condition}`, [...values]);
    return rows.map((row) => hydrate<Row>(manager, columns, row));
  };
  const readBy = async (property: keyof Row & string, values: Iterable<SqlValue>, condition = "1 = 1") => {
    const found: Row[][] = [];
    for (const part of partsOf(values))
      found.push(
        await readWhere(`${column(property)} IN (${placeholders(part.length)}) AND ${condition}`, part),
      );
    return found.flat();
  };
  const deleteBy = async (property: keyof Row & string, values: Iterable<SqlValue>) => {
    for (const part of partsOf(values))
      await manager.query(
        `DELETE FROM ${name} WHERE ${column(property)} IN (${placeholders(part.length)})`,
        part,
      );
  };
  return { name, column, readBy, readWhere, deleteBy };
}

/** The values without null, each once, as many at a time as fit into a statement. */
function* partsOf(values: Iterable<SqlValue>): Iterable<SqlValue[]> {
  const wanted = [...new Set(values)].filter((value) => value !== null);
  for (let start = 0; start < wanted.length; start += valuesPerStatement)
    yield wanted.slice(start, start + valuesPerStatement);
}

function hydrate<Row>(
  { connection }: EntityManager,
  columns: readonly ColumnMetadata[],
  raw: Record<string, unknown>,
): Row {
  const row: Record<string, unknown> = {};
  for (const column of columns) {
    const value = raw[column.databaseName] ?? null;
    row[column.propertyName] = value === null ? null : connection.driver.prepareHydratedValue(value, column);
  }
  return row as Row;
}
