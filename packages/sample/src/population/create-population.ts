import {
  loadAdministrativeGeography,
  type AdministrativeGeography,
} from "../administrative-units/administrative-geography.js";
import type { SampleLocality } from "../administrative-units/sample-locality.js";
import { drawClassHistories, drawHistoryWithoutPoverty } from "./class-histories.js";
import { divideAmongLocalities, type LocalityShare } from "./locality-shares.js";
import { largestScale, type Population, type SampleHousehold } from "./population.js";
import { povertyPlan } from "./poverty-plan.js";
import { createRandom, sampleSeed } from "./random.js";
import { RegisteredHousehold } from "./registered-household.js";

interface PopulationOptions {
  /** The register becomes so many times as large as the published one. A whole number from 1 to `largestScale`. */
  readonly scale?: number;
  readonly seed?: number;
  readonly geography?: AdministrativeGeography;
}

/** Makes the synthetic people from which the rows of every department are made. The same options give the same people. */
export function createPopulation(options: PopulationOptions = {}): Population {
  const { scale = 1, seed = sampleSeed, geography = loadAdministrativeGeography() } = options;
  if (!Number.isInteger(scale) || scale < 1 || scale > largestScale) {
    throw new RangeError(`Expected a scale from 1 to ${largestScale}, but got: ${scale}`);
  }
  const shares = divideAmongLocalities(povertyPlan, geography.localities, scale, seed);
  return {
    localities: geography.localities,
    households: drawHouseholds(shares, seed),
    householdTotals: shares.map(({ locality, years }) => ({
      locality,
      households: years.map((year) => year.households),
    })),
    geography,
    scale,
    seed,
  };
}

function drawHouseholds(shares: readonly LocalityShare[], seed: number): SampleHousehold[] {
  const households: SampleHousehold[] = [];
  const numbers = new Map<string, number>();
  const register = (
    locality: SampleLocality,
    classAt: SampleHousehold["classAt"],
    isOnPovertyRegister: boolean,
  ) => {
    const number = (numbers.get(locality.formerCommuneCode) ?? 0) + 1;
    numbers.set(locality.formerCommuneCode, number);
    const serial = households.length;
    households.push(
      new RegisteredHousehold({ seed, serial, number, locality, classAt, isOnPovertyRegister }),
    );
  };
  for (const { locality, years, otherHouseholds } of shares) {
    const random = createRandom(seed, `trajectories of ${locality.id}`);
    for (const history of drawClassHistories(years, random)) register(locality, history, true);
    for (let count = 0; count < otherHouseholds; count++)
      register(locality, drawHistoryWithoutPoverty(random), false);
  }
  return households;
}
