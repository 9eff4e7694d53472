import type { Driver } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";
import type { RowValues } from "./prepared-statements.js";
import { converterOf, valueCode } from "./stored-value.js";

/** Some columns of a table, and how a row is made of their values. */
export interface Selection<Row> {
  /** The columns, as they stand after SELECT. */
  readonly list: string;
  /** Makes a plain object, whose values are those that the entity has. */
  toRow(this: void, values: RowValues): Row;
}

/** Generates the code that makes rows: an object that is written as a literal costs a tenth of one made in a loop. */
export function selectionOf<Row>(driver: Driver, columns: readonly ColumnMetadata[]): Selection<Row> {
  const convert = columns.map((column) => converterOf(driver, column));
  const properties = columns.map(
    ({ propertyName }, index) => `${JSON.stringify(propertyName)}: ${valueCode(index, convert)}`,
  );
  const make = new Function("convert", `return (values) => ({ ${properties.join(", ")} });`);
  return {
    list: columns.map(({ databaseName }) => driver.escape(databaseName)).join(", "),
    toRow: make(convert) as Selection<Row>["toRow"],
  };
}
