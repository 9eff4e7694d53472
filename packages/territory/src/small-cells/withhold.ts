import { isSmall } from "./cells.js";
import { findBridges } from "./bridges.js";
import { ground, type SumGraph } from "./sum-graph.js";

/** What a unit counts. All units of a graph count equally many numbers. */
export type Counts = readonly number[];

/**
 * The units whose counts are withheld, by their positions in the graph: those with a small one, those named by `also`, and as many others as it
 * takes that none of them follows from what is shown, and that what is withheld of a unit's parts is not small together.
 * The least of the others are taken, and those that count 0 only where there are no others.
 */
export function withhold(
  graph: SumGraph,
  counts: readonly Counts[],
  also: Iterable<number> = [],
): ReadonlySet<number> {
  const hidden = new Set(also);
  for (const [unit, numbers] of counts.entries()) if (numbers.some(isSmall)) hidden.add(unit);
  if (hidden.size === 0) return hidden;
  const sums = sumsOf(graph);
  for (;;) {
    const next = nextOfSmallRest(sums, counts, hidden) ?? nextOfDetermined(graph, counts, hidden);
    if (next === undefined) return hidden;
    hidden.add(next);
  }
}

/** A unit and its parts in its family. */
interface Sum {
  readonly whole: number;
  readonly parts: readonly number[];
}

function sumsOf({ unitIds, edges }: SumGraph): Sum[] {
  const sums = unitIds.map((_, whole) => ({ whole, parts: [] as number[] }));
  for (const part of unitIds.keys()) {
    const whole = edges[part]?.[1] ?? ground;
    if (whole !== ground) sums[whole - 1]?.parts.push(part);
  }
  return sums;
}

/** What is shown of a unit and its parts tells how much the withheld parts count together, with the land of no part. */
function nextOfSmallRest(
  sums: readonly Sum[],
  counts: readonly Counts[],
  hidden: ReadonlySet<number>,
): number | undefined {
  for (const { whole, parts } of sums) {
    if (hidden.has(whole)) continue;
    const [shown, withheld] = [
      parts.filter((part) => !hidden.has(part)),
      parts.filter((part) => hidden.has(part)),
    ];
    if (parts.length > 0 && restsOf(whole, shown, counts).some((rest) => isTold(rest, withheld.length)))
      return leastOf(shown, counts, isNotZero) ?? whole;
  }
  return undefined;
}

const restsOf = (whole: number, shown: readonly number[], counts: readonly Counts[]): number[] =>
  (counts[whole] ?? []).map((count, index) =>
    shown.reduce((rest, part) => rest - (counts[part]?.[index] ?? 0), count),
  );

/** Whether a rest tells about few. As 0 is shown, each of as many units as the rest would count 1. */
const isTold = (rest: number, units: number): boolean => isSmall(rest) || (rest > 0 && rest === units);

/** A withheld number that follows from the sums is withheld with one that connects the two sides of its edge. */
function nextOfDetermined(
  { vertices, unitIds, edges }: SumGraph,
  counts: readonly Counts[],
  hidden: ReadonlySet<number>,
): number | undefined {
  const isUnit = (edge: number) => edge < unitIds.length;
  const bridges = findBridges(vertices, edges, (edge) => hidden.has(edge) || !isUnit(edge));
  const determined = bridges.filter(({ edge }) => isUnit(edge)).toSorted((a, b) => a.size - b.size);
  for (const { isBehind } of determined) {
    const connecting = [...unitIds.keys()].filter((unit) => {
      const [own, whole] = edges[unit] ?? [ground, ground];
      return !hidden.has(unit) && isBehind(own) !== isBehind(whole);
    });
    const next = leastOf(connecting, counts, isNotZero) ?? leastOf(connecting, counts, () => true);
    if (next !== undefined) return next;
  }
  return undefined;
}

const isNotZero = (numbers: Counts): boolean => numbers.some((count) => count > 0);

/** The unit whose largest number is the least. */
function leastOf(
  units: readonly number[],
  counts: readonly Counts[],
  isTaken: (numbers: Counts) => boolean,
): number | undefined {
  const sizeOf = (unit: number) => Math.max(...(counts[unit] ?? []));
  return units
    .filter((unit) => isTaken(counts[unit] ?? []))
    .reduce<number | undefined>(
      (least, unit) => (least === undefined || sizeOf(unit) < sizeOf(least) ? unit : least),
      undefined,
    );
}
