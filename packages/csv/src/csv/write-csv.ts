import { stringify } from "csv-stringify/sync";
import type { Column, Row } from "../file-kind.js";

/**
 * Cells that are quoted besides those with a comma or a quotation mark: readers may take a semicolon or a tab for the
 * sign between cells, and may cut off space at the ends of a cell.
 */
const quotedCell = /[;\t\n\r]|^\s|\s$/;

/** By what a spreadsheet knows that a file is in UTF-8. */
export const byteOrderMark = "\ufeff";

/** Lines of a CSV file (RFC 4180, but each ends with a line feed alone). */
export const csvLines = (lines: readonly (readonly string[])[]): string =>
  stringify([...lines], { record_delimiter: "\n", quoted_match: quotedCell });

export const headerLine = (columns: readonly Column[]): string => csvLines([columns.map(({ name }) => name)]);

/** The lines of rows, whose values are named by the columns. */
export const rowLines = (columns: readonly Column[], rows: readonly Row[]): string =>
  csvLines(rows.map((row) => columns.map((column) => formatCell(column, row))));

function formatCell({ name, type }: Column, row: Row): string {
  const value = row[name] ?? null;
  return value === null ? "" : type.format(value);
}
