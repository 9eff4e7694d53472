import { LRUCache } from "lru-cache";
import type { DataSource, EntityMetadata } from "typeorm";
import { DriverUtils } from "typeorm/driver/DriverUtils.js";
import type { ReadResult } from "../database/database.js";
import { converterOf, valueCode } from "../database/stored-value.js";

/** Makes the object of a row from the values of its columns. */
export type RowReader = (values: readonly unknown[]) => object;

const maximumReaders = 2_000;
const objectReaders = new LRUCache<string, RowReader>({ max: maximumReaders });

/** Rows as plain objects with the names of the columns. */
export function toObjects({ columns, rows }: ReadResult): object[] {
  if (rows.length === 0) return [];
  const key = columns.join("\u0000");
  const known = objectReaders.get(key) ?? compileObjectReader(columns);
  objectReaders.set(key, known);
  return rows.map(known);
}

function compileObjectReader(columns: readonly string[]): RowReader {
  const properties = columns.map((name, index) => `${JSON.stringify(name)}: values[${index}]`);
  return new Function("values", `return { ${properties.join()} };`) as RowReader;
}

/**
 * Generates the reader of an entity's rows. A row is an instance of the entity's class, with the values that TypeORM
 * would give it. A column that is none of the entity's is kept under the name that it has in the statement.
 */
export function compileRowReader(
  { driver }: DataSource,
  metadata: EntityMetadata,
  alias: string,
  columns: readonly string[],
): RowReader {
  const known = new Map(
    metadata.columns.map((column) => [
      DriverUtils.buildAlias(driver, undefined, alias, column.databaseName),
      column,
    ]),
  );
  const convert = columns.map((name) => {
    const column = known.get(name);
    return column && converterOf(driver, column);
  });
  const assignments = columns.map((name, index) => {
    const property = JSON.stringify(known.get(name)?.propertyName ?? name);
    return `this[${property}] = ${valueCode(index, convert)};`;
  });
  const body = `function Row(values) { ${assignments.join("\n")} }
    Row.prototype = prototype;
    return (values) => new Row(values);`;
  // The class of the entity takes no arguments, and one function that sets all properties is as fast as a row can be made.
  return new Function("prototype", "convert", body)(prototypeOf(metadata), convert) as RowReader;
}

const prototypeOf = ({ target, name }: EntityMetadata): object => {
  if (typeof target === "function") return target.prototype as object;
  throw new Error(`Expected the class of an entity, but got its name only: ${name}`);
};
