import type { Cell } from "../catalog/catalog.types.js";
import type { Row } from "../run/report-stream.js";

/** One row for each place, in the order in which they come, with the sums of these values. Cells without one add nothing. */
export function sumRows(
  rows: readonly Row[],
  keys: readonly number[],
  values: readonly number[],
): readonly Row[] {
  const sums = new Map<string, Cell[]>();
  for (const row of rows) {
    const key = JSON.stringify(keys.map((place) => row[place] ?? null));
    const sum = sums.get(key);
    if (!sum) sums.set(key, [...row]);
    else for (const place of values) sum[place] = added(sum[place] ?? null, row[place] ?? null);
  }
  return [...sums.values()];
}

const added = (one: Cell, other: Cell): Cell =>
  typeof one === "number" && typeof other === "number" ? one + other : (one ?? other);
