import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { familiesOf, type Family } from "./unit-families.js";
import { unitsByLocality, type UnitLocalities } from "./unit-localities.js";

/**
 * The sums that tie the numbers of administrative units to each other, as a graph. A vertex is a sum: what a unit counts
 * is what its parts count together. An edge is a number: it connects the sum of its own parts with the sum that it is a
 * part of. So an unknown number follows from the known ones exactly if its edge is a bridge among the unknown ones.
 *
 * For this a number may be in two sums only. Units of today and old ones overlap, so units are of two families; a
 * locality, whose number is never shown, is a part in both.
 */
export interface SumGraph {
  /** How many sums. `ground` is not a sum: what is a part of nothing connects with it. */
  readonly vertices: number;
  /** The units of the first edges, the largest first. */
  readonly unitIds: readonly string[];
  /** The edges of the units, then those of the localities. */
  readonly edges: readonly Edge[];
  /** The parts of each unit that has some, in its family. */
  readonly parts: ReadonlyMap<number, readonly number[]>;
}

/** The sum of the own parts, and the sum that it is a part of. Of a locality: the sums of both families. */
export type Edge = readonly [number, number];

export const ground = 0;

/** The sums of connected units. */
export function sumGraph(connected: readonly UnitLocalities[]): SumGraph {
  // The largest first: a unit comes after all in which it lies.
  const units = connected.toSorted(
    (a, b) => b.localityIds.length - a.localityIds.length || (a.unitId < b.unitId ? -1 : 1),
  );
  const families = familiesOf(units);
  const unitsOf = unitsByLocality(units);
  const vertexOf = (unit: number | undefined) => (unit === undefined ? ground : unit + 1);
  const innermost = (locality: string, family: Family, before = units.length) =>
    vertexOf(unitsOf.get(locality)?.findLast((unit) => unit < before && families[unit] === family));
  const edgeOfUnit = ({ localityIds: [locality = ""] }: UnitLocalities, unit: number): Edge => {
    const family = families[unit];
    return family === undefined ? [ground, ground] : [vertexOf(unit), innermost(locality, family, unit)];
  };
  const ofUnits = units.map(edgeOfUnit);
  const ofLocalities = [...unitsOf.keys()].map((locality): Edge => [
    innermost(locality, 0),
    innermost(locality, 1),
  ]);
  return {
    vertices: units.length + 1,
    unitIds: units.map(({ unitId }) => unitId),
    edges: [...ofUnits, ...ofLocalities],
    parts: partsOf(ofUnits),
  };
}

function partsOf(edges: readonly Edge[]): ReadonlyMap<number, readonly number[]> {
  const parts = groupBy(edges.keys(), (unit) => (edges[unit]?.[1] ?? ground) - 1);
  // What is a part of nothing.
  parts.delete(ground - 1);
  return parts;
}
