import { toJsonText } from "../responses/exact-json.js";
import type { ReportColumn } from "./report-columns.js";
import type { Title } from "./report-header.js";
import type { Cell } from "./table-rows.js";

export type Language = keyof Title;

/** Between the values of a cell that has several. */
export const separator = "; ";

/** The values of a cell as a text. Null: it is empty. */
export function joinedText(cell: Cell, textOf: (value: unknown) => string = plainText): string | null {
  if (!Array.isArray(cell)) return cell === null ? null : textOf(cell);
  const values = cell.flat(Infinity);
  return values.length === 0 ? null : values.map(textOf).join(separator);
}

/** A value without its title. A null among several values leaves its place empty. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : toJsonText(value);
}

/** How the values of a column are written for people: those of an enum by their titles. */
export function valueTexts(
  { values }: Pick<ReportColumn, "values">,
  language: Language,
): (value: unknown) => string {
  const titles = new Map<unknown, string>(values?.map(({ value, title }) => [value, title[language]]));
  return (value) => titles.get(value) ?? plainText(value);
}
