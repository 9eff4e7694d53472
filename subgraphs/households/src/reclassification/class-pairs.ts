import { HouseholdClass } from "../poverty-standard/household-class.js";
import type { ClassPair } from "./reclassification.loaders.js";

/** A change from one class to another. */
interface Change {
  readonly name: string;
  readonly from: HouseholdClass;
  readonly to: HouseholdClass;
}

const nameOf = ({ from, to }: Pick<ClassPair, "from" | "to">): string => `${from} ${to}`;

const classes = Object.values(HouseholdClass).toSorted();

/** All changes that there may be, in alphabetical order. */
export const possibleChanges: readonly Change[] = classes.flatMap((from) =>
  classes.filter((to) => to !== from).map((to) => ({ name: nameOf({ from, to }), from, to })),
);

/** How many households change, by the names of the changes. Changes that none makes are left out. */
export interface Summary {
  readonly households: number;
  readonly changing: number;
  readonly changes: ReadonlyMap<string, number>;
}

export function summarize(pairs: readonly ClassPair[]): Summary {
  const changes = new Map<string, number>();
  const changing = pairs.filter(({ from, to }) => from !== to);
  for (const pair of changing) {
    const name = nameOf(pair);
    changes.set(name, (changes.get(name) ?? 0) + pair.households);
  }
  return { households: total(pairs), changing: total(changing), changes };
}

const total = (pairs: readonly ClassPair[]) => pairs.reduce((sum, { households }) => sum + households, 0);
