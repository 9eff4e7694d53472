import type { Cell } from "../catalog/catalog.types.js";
import type { Row } from "../run/report-stream.js";
import { isYear } from "../texts/format.js";
import type { Slice } from "./slices.js";

type Value = Exclude<Cell, null>;

interface Chosen {
  /** With the values that some rows have beside those chosen before. */
  readonly slices: readonly Slice[];
  readonly chosen: readonly Value[];
}

/**
 * What is chosen of each slice: what the reader picked, where rows have it beside what is chosen before; else the last year,
 * or the value of most rows, because a figure of it has most to show.
 */
export function chooseSlices(
  rows: readonly Row[],
  slices: readonly Slice[],
  picked: readonly Value[],
): Chosen {
  const found: { slice: Slice; value: Value }[] = [];
  let left = rows;
  for (const [place, { field, values }] of slices.entries()) {
    const counts = new Map<Cell, number>();
    for (const row of left)
      counts.set(row[field.index] ?? null, (counts.get(row[field.index] ?? null) ?? 0) + 1);
    const open = values.filter((value) => counts.has(value));
    const most = open.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
    const [usual = ""] = isYear(field.column) ? open : most;
    const value = open.find((one) => one === picked[place]) ?? usual;
    found.push({ slice: { field, values: open }, value });
    left = left.filter((row) => row[field.index] === value);
  }
  return { slices: found.map(({ slice }) => slice), chosen: found.map(({ value }) => value) };
}
