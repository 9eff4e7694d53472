/** All rows are equally high, so that the place of each is known. In pixels, as in styles/table.css. */
export const rowHeight = 36;

/** Rows above and below what is seen that are there already when the table is scrolled. */
const margin = 12;

export interface RowWindow {
  readonly first: number;
  /** The row after the last. */
  readonly end: number;
}

/** The rows to draw of a long table. */
export function rowWindow(count: number, scrollTop: number, height: number): RowWindow {
  const seen = Math.max(0, Math.floor(scrollTop / rowHeight));
  const first = Math.min(Math.max(0, seen - margin), Math.max(0, count - 1));
  return { first, end: Math.min(count, seen + Math.ceil(height / rowHeight) + margin) };
}
