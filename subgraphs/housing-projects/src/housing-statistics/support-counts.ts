import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";

/** Supports until a year. */
export interface SupportCounts {
  readonly supports: number;
  /** The last year that added some, and how many it added. */
  readonly lastYear: number;
  readonly lastAdded: number;
}

const most = 1_000_000_000;

/** SQL for the last year of a group and what the column has for it, in one number. A group has one row for each year. */
export const lastYearAnd = (column: string): string => `MAX(total.year * ${most} + ${column})`;

/** A row with what SQL summed as numbers. */
export function withCounts<Row extends { readonly supports: Sum; readonly last: Sum }>({
  supports,
  last,
  ...row
}: Row): Omit<Row, "supports" | "last"> & SupportCounts {
  const both = toNumber(last);
  return {
    ...row,
    supports: toNumber(supports),
    lastYear: Math.floor(both / most),
    lastAdded: both % most,
  };
}
