import type { DataSource, EntityMetadata } from "typeorm";
import { DriverUtils } from "typeorm/driver/DriverUtils.js";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";

/** What the driver gives for a column of one of these types goes into its transformer. */
const transformedTypes: ReadonlySet<unknown> = new Set(["bigint", "decimal"]);

/** Makes the object of a row from the values of its columns. */
export type RowReader = (values: readonly unknown[]) => object;

/** What the driver gives for a column of one of these types is what an entity has. */
const plainTypes: ReadonlySet<unknown> = new Set(["varchar", "int", "text"]);

/**
 * Generates the reader of an entity's rows. A row is an instance of the entity's class, with the values that TypeORM
 * would give it. A column that is none of the entity's is kept under the name that it has in the statement.
 */
export function compileRowReader(
  source: DataSource,
  metadata: EntityMetadata,
  alias: string,
  columns: readonly string[],
): RowReader {
  const known = new Map(
    metadata.columns.map((column) => [
      DriverUtils.buildAlias(source.driver, undefined, alias, column.databaseName),
      column,
    ]),
  );
  const convert = columns.map((name) => converter(source, known.get(name)));
  const assignments = columns.map((name, index) => {
    const property = JSON.stringify(known.get(name)?.propertyName ?? name);
    const value = `values[${index}]`;
    return `this[${property}] = ${convert[index] ? `convert[${index}](${value})` : value};`;
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

/** Undefined: the value stays as it is. */
function converter(
  { driver }: DataSource,
  column: ColumnMetadata | undefined,
): ((value: unknown) => unknown) | undefined {
  if (!column || (plainTypes.has(column.type) && !column.transformer)) return undefined;
  const { type, transformer } = column;
  if (type === "boolean" && !transformer) return (value) => (value === null ? null : Boolean(value));
  if (transformedTypes.has(type) && transformer && !Array.isArray(transformer))
    return (value) => transformer.from(value) as unknown;
  const hydrate = (value: unknown): unknown => driver.prepareHydratedValue(value, column);
  // A day is a text in both dialects.
  return type === "date" && !transformer
    ? (value) => (typeof value === "string" ? value : hydrate(value))
    : hydrate;
}
