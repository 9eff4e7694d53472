import {
  loadAdministrativeGeography,
  type AdministrativeGeography,
} from "../administrative-units/administrative-geography.js";
import { commonLand, type CommonLand } from "../administrative-units/common-land.js";
import type { SampleLocality } from "../administrative-units/sample-locality.js";
import { apportion } from "./apportion.js";
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
  const lands = commonLand(geography.localities);
  const shares = divideAmongLocalities(povertyPlan, [...lands.keys()], scale, seed);
  return {
    localities: geography.localities,
    households: drawHouseholds(shares, lands, seed),
    householdTotals: shares.flatMap((share) => totalsOf(share, lands.get(share.locality) ?? [])),
    geography,
    scale,
    seed,
  };
}

/** The number of all households of each of the localities that a share is for, year by year. */
function totalsOf({ years }: LocalityShare, parts: readonly SampleLocality[]): Population["householdTotals"] {
  const byYear = years.map(({ households }) =>
    apportion(
      households,
      parts.map(() => 1),
    ),
  );
  return parts.map((locality, index) => ({ locality, households: byYear.map((year) => year[index] ?? 0) }));
}

function drawHouseholds(
  shares: readonly LocalityShare[],
  lands: CommonLand,
  seed: number,
): SampleHousehold[] {
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
    const parts = lands.get(locality) ?? [];
    const home = () => parts[households.length % parts.length] ?? locality;
    for (const history of drawClassHistories(years, random)) register(home(), history, true);
    for (let count = 0; count < otherHouseholds; count++)
      register(home(), drawHistoryWithoutPoverty(random), false);
  }
  return households;
}
