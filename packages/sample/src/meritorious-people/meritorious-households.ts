import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { Population, SampleHousehold } from "../population/population.js";
import { recognize, type Recognition } from "./recognitions.js";

/** A household, and the recognitions of its members: of their own service or as relatives. At least one. */
export interface MeritoriousHousehold {
  readonly household: SampleHousehold;
  readonly recognitions: readonly Recognition[];
}

export type MeritoriousHouseholds = ReadonlyMap<string, MeritoriousHousehold>;

const known = new WeakMap<Population, MeritoriousHouseholds>();

/** The households with a recognized member, by id, in the order of the population. */
export function meritoriousHouseholds(population: Population): MeritoriousHouseholds {
  const households = known.get(population) ?? find(population);
  known.set(population, households);
  return households;
}

function find(population: Population): MeritoriousHouseholds {
  const byHousehold = groupBy(recognize(population), ({ householdId }) => householdId);
  return new Map(
    population.households.flatMap((household) => {
      const recognitions = byHousehold.get(household.id);
      return recognitions ? [[household.id, { household, recognitions }] as const] : [];
    }),
  );
}
