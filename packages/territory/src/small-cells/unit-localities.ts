import { groupBy } from "@an-sinh/subgraph-kit/group-by";

/** The localities of a unit. */
export interface UnitLocalities {
  readonly unitId: string;
  readonly localityIds: readonly string[];
}

/** The positions of the units in which each locality lies. */
export function unitsByLocality(units: readonly UnitLocalities[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [unit, { localityIds }] of units.entries())
    for (const locality of localityIds) {
      const known = found.get(locality);
      if (known) known.push(unit);
      else found.set(locality, [unit]);
    }
  return found;
}

/** Units that have localities in common are in one list, and all that have some in common with these. */
export function connectedUnits(units: readonly UnitLocalities[]): UnitLocalities[][] {
  const firstOf = new Map<string, string>();
  const find = (locality: string): string => {
    let root = locality;
    for (let next = firstOf.get(root); next !== undefined && next !== root; next = firstOf.get(root))
      root = next;
    firstOf.set(locality, root);
    return root;
  };
  for (const { localityIds } of units) {
    const [first = "", ...others] = localityIds;
    for (const other of others) firstOf.set(find(other), find(first));
  }
  return [...groupBy(units, ({ localityIds: [first = ""] }) => find(first)).values()];
}
