import type { Column } from "../catalog/catalog.types.js";
import type { Row } from "../run/report-stream.js";
import { isNumeric } from "../texts/format.js";

const sampled = 200;
const [narrowest, widest] = [5, 34];

/**
 * Widths in characters, from the headings and the first rows: fixed, so that columns stay where they are while rows
 * arrive and while the table is scrolled. A heading may take two lines.
 */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly Row[],
  write: (column: Column, row: Row, index: number) => string,
  heading: (column: Column) => string,
): readonly number[] {
  const sample = rows.slice(0, sampled);
  return columns.map((column, index) => {
    const longest = Math.max(0, ...sample.map((row) => write(column, row, index).length));
    const words = heading(column).split(" ");
    const half = Math.max(...words.map((word) => word.length), Math.ceil(heading(column).length / 2) + 1);
    const cells = isNumeric(column) ? longest + 1 : longest;
    return Math.min(widest, Math.max(narrowest, cells, half));
  });
}
