import type { EntityClass } from "@an-sinh/subgraph-kit/database/database";
import type { EntityManager } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";
import type { Row, Value } from "../file-kind.js";

/** SQLite binds at most 32,766 values a statement. */
const mostValues = 10_000;

/** Reads rows of one table as plain objects, by property, with values as entities have them. */
export interface Table {
  readonly properties: readonly string[];
  /** All rows whose property has one of the values; null finds nothing. */
  readBy(property: string, values: Iterable<Value>, order?: string): Promise<Row[]>;
  /** Rows by a condition in SQL with `?` for each value. */
  readWhere(condition: string, values: readonly Value[]): Promise<Row[]>;
  /** The name of a property's column, quoted. */
  column(property: string): string;
  readonly name: string;
}

export function tableOf(manager: EntityManager, entity: EntityClass): Table {
  const { driver } = manager.connection;
  const metadata = manager.connection.getMetadata(entity);
  const columns = metadata.columns.filter((column) => !column.isVirtual);
  const byProperty = new Map(columns.map((column) => [column.propertyName, column]));
  const column = (property: string) => {
    const found = byProperty.get(property);
    if (!found) throw new Error(`Expected a property of ${metadata.name}, but got: ${property}`);
    return driver.escape(found.databaseName);
  };
  const name = driver.escape(metadata.tableName);
  const select = `SELECT ${columns.map(({ databaseName }) => driver.escape(databaseName)).join(", ")} FROM ${name}`;
  const hydrate = (raw: Record<string, unknown>) => hydrateRow(manager, columns, raw);
  const readWhere = async (condition: string, values: readonly Value[]) => {
    const rows: Record<string, unknown>[] = await manager.query(`${select} WHERE ${condition}`, [...values]);
    return rows.map(hydrate);
  };
  const readBy = async (property: string, values: Iterable<Value>, order?: string) => {
    const wanted = [...new Set(values)].filter((value) => value !== null);
    const found: Row[] = [];
    for (let start = 0; start < wanted.length; start += mostValues) {
      const part = wanted.slice(start, start + mostValues);
      const marks = part.map(() => "?").join(", ");
      const sorting = order ? ` ORDER BY ${column(order)}` : "";
      found.push(...(await readWhere(`${column(property)} IN (${marks})${sorting}`, part)));
    }
    return found;
  };
  return { name, properties: [...byProperty.keys()], column, readBy, readWhere };
}

function hydrateRow(
  { connection }: EntityManager,
  columns: readonly ColumnMetadata[],
  raw: Record<string, unknown>,
): Row {
  const row: Record<string, Value> = {};
  for (const column of columns) {
    const value = raw[column.databaseName] ?? null;
    row[column.propertyName] =
      value === null ? null : (connection.driver.prepareHydratedValue(value, column) as Value);
  }
  return row;
}
