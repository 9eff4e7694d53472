import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { Cell } from "./cells.js";
import type { SumGraph } from "./sum-graph.js";
import { withhold } from "./withhold.js";

/** The withheld cells of each unit that has some. */
export type WithheldCells = ReadonlyMap<string, ReadonlySet<string>>;

/** Units by their positions in the graph. */
type Units = ReadonlySet<number>;

/** In which units a cell is withheld for itself. */
interface Pattern {
  readonly name: string;
  /** How much the cell counts in all units. */
  readonly size: number;
  readonly units: Units;
}

/** A cell and what it is divided into by one property. */
interface Division {
  readonly whole: string;
  readonly parts: readonly Pattern[];
}

/** The cells of a graph's units that are withheld. */
export function withholdCells(graph: SumGraph, cells: readonly Cell[]): WithheldCells {
  const byName = groupBy(cells, ({ cell }) => cell);
  const patterns = new Map([...byName].map(([name, ofName]) => [name, patternOf(graph, name, ofName)]));
  const divisions = divisionsOf(byName, patterns);
  const withheld = new Map<string, Set<string>>();
  for (const [name, units] of withDivisions(patterns, divisions))
    for (const unit of units) {
      const unitId = graph.unitIds[unit] ?? "";
      const known = withheld.get(unitId);
      if (known) known.add(name);
      else withheld.set(unitId, new Set([name]));
    }
  return withheld;
}

function patternOf(graph: SumGraph, name: string, cells: readonly Cell[]): Pattern {
  const countsOf = new Map(cells.map(({ unitId, counts }) => [unitId, counts]));
  const nothing = cells[0]?.counts.map(() => 0) ?? [];
  return {
    name,
    size: cells.reduce((sum, { counts }) => sum + Math.max(...counts), 0),
    units: withhold(
      graph,
      graph.unitIds.map((unitId) => countsOf.get(unitId) ?? nothing),
    ),
  };
}

function divisionsOf(
  cells: ReadonlyMap<string, readonly Cell[]>,
  patterns: ReadonlyMap<string, Pattern>,
): Division[] {
  const parts = [...cells].flatMap(([name, [cell]]) => {
    const pattern = patterns.get(name);
    return cell?.partOf && pattern ? [{ pattern, ...cell.partOf }] : [];
  });
  return [...groupBy(parts, ({ cell, by }) => JSON.stringify([cell, by])).values()].map((ofDivision) => ({
    whole: ofDivision[0]?.cell ?? "",
    parts: ofDivision.map(({ pattern }) => pattern).filter(({ size }) => size > 0),
  }));
}

/**
 * Where each cell is withheld, so that none follows from what it is a part of, or from its own parts.
 *
 * Of each division two parts are withheld wherever another one or the whole is. So the numbers that may be others in some
 * units, without a change of what is shown, may be others in such a companion too, by as much the other way round.
 */
function withDivisions(
  patterns: ReadonlyMap<string, Pattern>,
  divisions: readonly Division[],
): ReadonlyMap<string, Units> {
  const divisionsOfWhole = groupBy(divisions, ({ whole }) => whole);
  const withheld = new Map<string, Units>();
  const parts = new Set(divisions.flatMap((division) => division.parts.map(({ name }) => name)));
  const settle = (pattern: Pattern, units: Units): void => {
    const own = divisionsOfWhole.get(pattern.name) ?? [];
    // A whole with a single part is the same number.
    const single = own.flatMap(({ parts: [part, ...others] }) =>
      part && others.length === 0 ? [...part.units] : [],
    );
    const all = new Set([...units, ...single]);
    withheld.set(pattern.name, all);
    for (const division of own)
      for (const [part, ofPart] of withCompanions(division.parts, all)) settle(part, ofPart);
  };
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
