import type { Cell, Column } from "../catalog/catalog.types.js";
import { isNumeric } from "../texts/format.js";
import type { Row } from "../run/report-stream.js";

export interface Sort {
  /** The column's name. */
  readonly column: string;
  readonly descending: boolean;
}

export function parseSort(text: string): Sort | undefined {
  const descending = text.startsWith("-");
  const column = descending ? text.slice(1) : text;
  return column ? { column, descending } : undefined;
}

export const writeSort = ({ column, descending }: Sort): string => `${descending ? "-" : ""}${column}`;

/** The next order of a column whose heading is pressed: up, down, as it came. */
export function nextSort(sort: Sort | undefined, column: string): Sort | undefined {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? undefined : { column, descending: true };
}

type Compare = (one: Cell, other: Cell) => number;

function comparison(column: Column): Compare {
  if (isNumeric(column)) return (one, other) => Number(one) - Number(other);
  // Names stand in Vietnamese order in every language, as the API has them.
  const { compare } = new Intl.Collator("vi", { numeric: true });
  return (one, other) => compare(String(one), String(other));
}

/** The rows in an order. Empty cells come last in both directions; equal ones stay as they came. */
export function sortRows(
  rows: readonly Row[],
  columns: readonly Column[],
  sort: Sort | undefined,
): readonly Row[] {
  const index = columns.findIndex(({ name }) => name === sort?.column);
  const column = columns[index];
  if (!sort || !column) return rows;
  const compare = comparison(column);
  const direction = sort.descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a = null, b = null] = [one[index], other[index]];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return direction * compare(a, b);
  });
}
