import type { Column, Row } from "../file-kind.js";

/** A line of a CSV file (RFC 4180, but ended by a line feed alone). */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(",")}\n`;

export const headerLine = (columns: readonly Column[]): string => csvLine(columns.map(({ name }) => name));

/** The line of a row, given by the names of the columns. */
export const rowLine = (columns: readonly Column[], cells: Row): string =>
  csvLine(columns.map((column) => formatCell(column, cells)));

function formatCell({ name, type }: Column, cells: Row): string {
  const value = cells[name] ?? null;
  return value === null ? "" : type.format(value);
}

const quoted = (cell: string) => (/[",;\n\r]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
