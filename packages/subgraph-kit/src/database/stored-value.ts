import type { Driver } from "typeorm";
import type { ColumnMetadata } from "typeorm/metadata/ColumnMetadata.js";
import { bigint } from "./columns.js";

/** What the drivers give for a column of one of these types is what an entity has. */
const plainTypes: ReadonlySet<unknown> = new Set(["varchar", "int", "text"]);

/**
 * Makes of what a driver gives for a column what an entity has. It is not called for null, which stays null. Undefined:
 * every value stays as it is.
 */
export type ValueConverter = ((value: unknown) => unknown) | undefined;

export function converterOf(driver: Driver, column: ColumnMetadata): ValueConverter {
  const { type, transformer } = column;
  if (transformer === bigint.transformer) return Number;
  const hydrate = (value: unknown): unknown => driver.prepareHydratedValue(value, column);
  if (transformer !== undefined) return hydrate;
  if (plainTypes.has(type)) return undefined;
  if (type === "boolean") return Boolean;
  // A day is a text in both dialects.
  return type === "date" ? (value) => (typeof value === "string" ? value : hydrate(value)) : hydrate;
}

/** JavaScript for the value of a column, where `values` are those of the row and `convert` the converters. */
export function valueCode(index: number, convert: readonly ValueConverter[]): string {
  const value = `values[${index}]`;
  return convert[index] ? `${value} === null ? null : convert[${index}](${value})` : value;
}
