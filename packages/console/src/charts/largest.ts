import type { Point } from "./figure-data.js";

/** Categories that a chart of bars has room for. */
export const mostBars = 60;

/** Lines that can be told apart. */
export const mostLines = 6;

function totals(points: readonly Point[], keyOf: (point: Point) => string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const point of points) sums.set(keyOf(point), (sums.get(keyOf(point)) ?? 0) + Math.abs(point.y));
  return sums;
}

/** Keys with the largest values first; equal ones as they come. */
function byTotal(points: readonly Point[], keyOf: (point: Point) => string): readonly string[] {
  return [...totals(points, keyOf)].toSorted((one, other) => other[1] - one[1]).map(([key]) => key);
}

/** Categories in the order in which bars stand: the largest first. */
export const categories = (points: readonly Point[]): readonly string[] =>
  byTotal(points, ({ x }) => String(x));

/** The lines that are drawn until the reader chooses others: the largest, in the order in which they come. */
export function firstLines(points: readonly Point[], series: readonly string[]): readonly string[] {
  const largest = new Set(byTotal(points, (point) => point.series).slice(0, mostLines));
  return series.filter((name) => largest.has(name));
}
