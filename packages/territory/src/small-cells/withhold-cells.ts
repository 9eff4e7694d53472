import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { nextTurn } from "@an-sinh/subgraph-kit/turns";
import { isSmall, type Cell, type IsSmall } from "./cells.js";
import type { SumGraph } from "./sum-graph.js";
import { withhold, type Counts } from "./withhold.js";

/** The withheld cells of each unit that has some. */
export type WithheldCells = ReadonlyMap<string, ReadonlySet<string>>;

/** Units by their positions in the graph. */
type Units = ReadonlySet<number>;

/** What a cell counts, and in which units it is withheld for itself. */
interface Pattern {
  readonly name: string;
  /** Of each unit. */
  readonly counts: readonly Counts[];
  /** How much the cell counts in all units. */
  readonly size: number;
  readonly isSmall: IsSmall;
  readonly units: Units;
}

/** A cell and what it is divided into by one property. */
interface Division {
  readonly whole: string;
  readonly parts: readonly string[];
}

type Patterns = ReadonlyMap<string, Pattern>;

/** The cells of a graph's units that are withheld. Of many cells it takes long: others have a turn between them. */
export async function withholdCells(graph: SumGraph, cells: readonly Cell[]): Promise<WithheldCells> {
  const byName = groupBy(cells, ({ cell }) => cell);
  const patterns = new Map<string, Pattern>();
  for (const [name, ofName] of byName) {
    await nextTurn();
    patterns.set(name, patternOf(graph, name, ofName));
  }
  const divisions = divisionsOf(byName, patterns);
  for (;;) {
    const withheld = withDivisions(patterns, divisions);
    const told = divisions.flatMap((division) => toldByRests(division, patterns, withheld));
    if (told.length === 0) return byUnit(graph, withheld);
    for (const { pattern, unit } of told) {
      await nextTurn();
      const known = patterns.get(pattern.name) ?? pattern;
      const units = withhold(graph, known.counts, [...known.units, unit], known.isSmall);
      patterns.set(pattern.name, { ...known, units });
    }
  }
}

function byUnit(graph: SumGraph, withheld: ReadonlyMap<string, Units>): WithheldCells {
  const cells = new Map<string, Set<string>>();
  for (const [name, units] of withheld)
    for (const unit of units) {
      const unitId = graph.unitIds[unit] ?? "";
      const known = cells.get(unitId);
      if (known) known.add(name);
      else cells.set(unitId, new Set([name]));
    }
  return cells;
}

function patternOf(graph: SumGraph, name: string, cells: readonly Cell[]): Pattern {
  const countsOf = new Map(cells.map(({ unitId, counts }) => [unitId, counts]));
  const nothing = cells[0]?.counts.map(() => 0) ?? [];
  const counts = graph.unitIds.map((unitId) => countsOf.get(unitId) ?? nothing);
  const size = cells.reduce((sum, cell) => sum + Math.max(...cell.counts), 0);
  const isSmallHere = cells[0]?.isSmall ?? isSmall;
  return { name, counts, size, isSmall: isSmallHere, units: withhold(graph, counts, [], isSmallHere) };
}

/** A part that counts nothing anywhere is no part: everyone knows that it is 0. */
function divisionsOf(cells: ReadonlyMap<string, readonly Cell[]>, patterns: Patterns): Division[] {
  const parts = [...cells].flatMap(([part, [cell]]) =>
    cell?.partOf && (patterns.get(part)?.size ?? 0) > 0 ? [{ part, ...cell.partOf }] : [],
  );
  return [...groupBy(parts, ({ cell, by }) => JSON.stringify([cell, by])).values()].map((ofDivision) => ({
    whole: ofDivision[0]?.cell ?? "",
    parts: ofDivision.map(({ part }) => part),
  }));
}

/**
 * The whole less its shown parts says how much the withheld parts count together. Where that is few, the least shown part
 * of the unit is withheld too, or else the whole.
 */
function toldByRests(
  { whole, parts }: Division,
  patterns: Patterns,
  withheld: ReadonlyMap<string, Units>,
): { readonly pattern: Pattern; readonly unit: number }[] {
  const all = patterns.get(whole);
  const divided = parts.flatMap((part) => patterns.get(part) ?? []);
  const isWithheld = ({ name }: Pattern, unit: number) => withheld.get(name)?.has(unit) === true;
  const units = new Set(parts.flatMap((part) => [...(withheld.get(part) ?? [])]));
  return [...units].flatMap((unit) => {
    if (!all || isWithheld(all, unit)) return [];
    const shown = divided.filter((part) => !isWithheld(part, unit));
    const countOf = ({ counts }: Pattern, index: number) => counts[unit]?.[index] ?? 0;
    const isFew = (all.counts[unit] ?? []).some((count, index) =>
      all.isSmall(shown.reduce((rest, part) => rest - countOf(part, index), count)),
    );
    if (!isFew) return [];
    const [least = all] = shown
      .filter((part) => part.counts[unit]?.some((count) => count > 0))
      .toSorted((a, b) => countOf(a, 0) - countOf(b, 0));
    return [{ pattern: least, unit }];
  });
}

/**
 * Where each cell is withheld, so that none follows from what it is a part of, or from its own parts.
 *
 * Of each division two parts are withheld wherever another one or the whole is. So the numbers that may be others in some
 * units, without a change of what is shown, may be others in such a companion too, by as much the other way round.
 */
function withDivisions(patterns: Patterns, divisions: readonly Division[]): ReadonlyMap<string, Units> {
  const divisionsOfWhole = groupBy(divisions, ({ whole }) => whole);
  const patternsOf = (names: readonly string[]) => names.flatMap((name) => patterns.get(name) ?? []);
  const withheld = new Map<string, Units>();
  const settle = (pattern: Pattern, units: Units): void => {
    const own = divisionsOfWhole.get(pattern.name) ?? [];
    // A whole with a single part is the same number.
    const single = own.flatMap(({ parts }) => (parts.length === 1 ? patternsOf(parts) : []));
    const all = new Set([...units, ...single.flatMap((part) => [...part.units])]);
    withheld.set(pattern.name, all);
    for (const { parts } of own)
      for (const [part, ofPart] of withCompanions(patternsOf(parts), all)) settle(part, ofPart);
  };
  const parts = new Set(divisions.flatMap((division) => division.parts));
  for (const pattern of patterns.values()) if (!parts.has(pattern.name)) settle(pattern, pattern.units);
  return withheld;
}

function withCompanions(parts: readonly Pattern[], whole: Units): (readonly [Pattern, Units])[] {
  // Companions are withheld in many units anyway.
  const [first, second] = parts.toSorted((a, b) => b.units.size - a.units.size || a.size - b.size);
  const anywhere = [...whole, ...parts.flatMap(({ units }) => [...units])];
  return parts.map((part) => {
    if (part === first) return [part, new Set(anywhere)];
    if (part === second && first) return [part, new Set([...part.units, ...first.units, ...whole])];
    return [part, part.units];
  });
}
