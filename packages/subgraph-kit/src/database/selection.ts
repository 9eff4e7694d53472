import type { Driver } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";
import { bigint } from "./columns.js";
import type { RowValues } from "./prepared-statements.js";

/** Some columns of a table, and how a row is made of their values. */
export interface Selection<Row> {
  /** The columns, as they stand after SELECT. */
  readonly list: string;
  /** Makes a plain object, whose values are those that the entity has. */
  toRow(this: void, values: RowValues): Row;
}

/** Generates the code that makes rows: an object that is written as a literal costs a tenth of one made in a loop. */
export function selectionOf<Row>(driver: Driver, columns: readonly ColumnMetadata[]): Selection<Row> {
  const convert = columns.map((column) => converter(driver, column));
  const properties = columns.map(({ propertyName }, index) => {
    const value = `values[${index}]`;
    return `${JSON.stringify(propertyName)}: ${convert[index] ? `${value} === null ? null : convert[${index}](${value})` : value}`;
  });
  const make = new Function("convert", `return (values) => ({ ${properties.join(", ")} });`);
  return {
    list: columns.map(({ databaseName }) => driver.escape(databaseName)).join(", "),
    toRow: make(convert) as Selection<Row>["toRow"],
  };
}

/** What the drivers give for a column of one of these types is what an entity has. */
const plainTypes: ReadonlySet<unknown> = new Set(["varchar", "int", "text"]);

/** Undefined: the value stays as it is. */
function converter(driver: Driver, column: ColumnMetadata): ((value: unknown) => unknown) | undefined {
  const { type, transformer } = column;
  if (transformer === bigint.transformer) return Number;
  if (transformer === undefined && plainTypes.has(type)) return undefined;
  const hydrate = (value: unknown): unknown => driver.prepareHydratedValue(value, column);
  // A day is a text in both dialects.
  return type === "date" ? (value) => (typeof value === "string" ? value : hydrate(value)) : hydrate;
}
