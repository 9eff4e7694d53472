import { unitsByLocality, type UnitLocalities } from "./unit-localities.js";

/** Two units of a family are apart, or one lies in the other. */
export type Family = 0 | 1;

/**
 * The family of each unit, the largest units first. Undefined: the unit fits into neither, as one would whose boundaries
 * crossed those of two others that cross each other.
 */
export function familiesOf(units: readonly UnitLocalities[]): readonly (Family | undefined)[] {
  const crossing = crossingUnits(units);
  const families: (Family | undefined)[] = units.map(() => undefined);
  // Units that cross each other follow each other, so that each finds its family by those that have one.
  for (const unit of crossersTogether(crossing)) {
    const taken = new Set(crossing[unit]?.map((other) => families[other]));
    families[unit] = !taken.has(0) ? 0 : !taken.has(1) ? 1 : undefined;
  }
  return families;
}

/** All units; after each come those that it crosses, if they did not come before. */
function crossersTogether(crossing: readonly (readonly number[])[]): Iterable<number> {
  const reached = new Set<number>();
  for (const start of crossing.keys()) {
    if (reached.has(start)) continue;
    // The loop goes on over what is added meanwhile.
    const together = new Set([start]);
    for (const unit of together) for (const other of crossing[unit] ?? []) together.add(other);
    for (const unit of together) reached.add(unit);
  }
  return reached;
}

/** For each unit, those that have some localities in common with it, while each of both has others too. */
function crossingUnits(units: readonly UnitLocalities[]): readonly (readonly number[])[] {
  const shared = units.map(() => new Map<number, number>());
  for (const [smaller, larger] of pairsOf(unitsByLocality(units).values())) {
    const counts = shared[smaller];
    counts?.set(larger, (counts.get(larger) ?? 0) + 1);
  }
  const crossing: number[][] = units.map(() => []);
  for (const [smaller, counts] of shared.entries())
    for (const [larger, common] of counts) {
      if (common === units[smaller]?.localityIds.length) continue;
      crossing[smaller]?.push(larger);
      crossing[larger]?.push(smaller);
    }
  return crossing;
}

/** Any two units of a locality, the smaller one first. */
function* pairsOf(localities: Iterable<readonly number[]>): Generator<readonly [number, number]> {
  for (const units of localities)
    for (const [index, smaller] of units.entries())
      for (const larger of units.slice(0, index)) yield [smaller, larger];
}
