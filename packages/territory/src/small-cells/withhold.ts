import { isSmall, type IsSmall } from "./cells.js";
import { findBridges } from "./bridges.js";
import { ground, type Edge, type SumGraph } from "./sum-graph.js";

/** What a unit counts. All units of a graph count equally many numbers. */
export type Counts = readonly number[];

/**
 * The units whose counts are withheld, by their positions in the graph: those with a small one, those named by `also`, and
 * as many others as it takes that none of them follows from what is shown, and that what is left of a unit without its
 * shown parts is not small. The least of the others are taken, and those that count 0 only where there are no others.
 */
export function withhold(
  graph: SumGraph,
  counts: readonly Counts[],
  also: Iterable<number> = [],
  isFew: IsSmall = isSmall,
): ReadonlySet<number> {
  const withholding = new Withholding(graph, counts, isFew);
  for (const [unit, numbers] of counts.entries()) if (numbers.some(isFew)) withholding.hide(unit);
  for (const unit of also) withholding.hide(unit);
  do withholding.hideForRests();
  while (withholding.hideForBridges());
  return withholding.hidden;
}

class Withholding {
  readonly hidden = new Set<number>();
  /** The units whose parts have to be looked at: at first all that have some. */
  readonly #unsettled: Set<number>;

  constructor(
    private readonly graph: SumGraph,
    private readonly counts: readonly Counts[],
    private readonly isFew: IsSmall,
  ) {
    this.#unsettled = new Set(graph.parts.keys());
  }

  hide(unit: number): void {
    if (this.hidden.has(unit)) return;
    this.hidden.add(unit);
    const [, whole] = this.#endsOf(unit);
    if (whole !== ground) this.#unsettled.add(whole - 1);
  }

  /** What is shown of a unit and its parts tells how much the others count together, with the land of no part. */
  hideForRests(): void {
    for (const whole of this.#unsettled) {
      this.#unsettled.delete(whole);
      const parts = this.graph.parts.get(whole) ?? [];
      if (this.hidden.has(whole) || !this.#isRestTold(whole, parts)) continue;
      this.hide(this.#leastOf(parts, true) ?? whole);
      this.#unsettled.add(whole);
    }
  }

  /**
   * A number that follows from the sums is withheld with one that connects the two sides of its edge. Returns whether
   * there was any.
   */
  hideForBridges(): boolean {
    if (this.hidden.size === 0) return false;
    const { vertices, unitIds, edges } = this.graph;
    const isUnit = (edge: number) => edge < unitIds.length;
    const bridges = findBridges(vertices, edges, (edge) => this.hidden.has(edge) || !isUnit(edge));
    const added: number[] = [];
    for (const { isBehind } of bridges
      .filter(({ edge }) => isUnit(edge))
      .toSorted((a, b) => a.size - b.size)) {
      const connects = (unit: number) => {
        const [own, whole] = this.#endsOf(unit);
        return isBehind(own) !== isBehind(whole);
      };
      if (added.some(connects)) continue;
      const connecting = [...unitIds.keys()].filter(connects);
      const next = this.#leastOf(connecting, true) ?? this.#leastOf(connecting, false);
      if (next === undefined) continue;
      this.hide(next);
      added.push(next);
    }
    return added.length > 0;
  }

  /** Whether a rest is small. As 0 is shown, each of as many withheld units as the rest would count 1. */
  #isRestTold(whole: number, parts: readonly number[]): boolean {
    const withheld = parts.reduce((count, part) => (this.hidden.has(part) ? count + 1 : count), 0);
    const numbers = this.counts[whole] ?? [];
    return numbers.some((number, index) => {
      let rest = number;
      for (const part of parts) if (!this.hidden.has(part)) rest -= this.counts[part]?.[index] ?? 0;
      return this.isFew(rest) || (rest > 0 && rest === withheld);
    });
  }

  /** The unit that is shown and whose largest number is the least. */
  #leastOf(units: readonly number[], isMoreThanZero: boolean): number | undefined {
    let [least, leastSize]: [number | undefined, number] = [undefined, Infinity];
    for (const unit of units) {
      const size = Math.max(...(this.counts[unit] ?? []));
      if (this.hidden.has(unit) || size >= leastSize || (isMoreThanZero && size <= 0)) continue;
      [least, leastSize] = [unit, size];
    }
    return least;
  }

  #endsOf(unit: number): Edge {
    return this.graph.edges[unit] ?? [ground, ground];
  }
}
