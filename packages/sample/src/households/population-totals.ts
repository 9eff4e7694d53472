import type { PopulationTotalEntity } from "@an-sinh/households/population-statistics/population-total.entity";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { formerDistrict, formerProvince } from "../administrative-units/named-units.js";
import type { SampleLocality } from "../administrative-units/sample-locality.js";
import { apportion } from "../population/apportion.js";
import { minorityShareOfRegister } from "../population/ethnic-groups.js";
import { registerYears, type Population } from "../population/population.js";

/** A sample value. */
const peoplePerHousehold = 3.6;

/** F42: the share of ethnic minorities in the people of Quang Ninh, in every year. */
const minorityShareOfQuangNinh = 0.1231;

/**
 * Sample values: the share of ethnic minorities in all households, compared with their share of the register. It is
 * lower, because minorities are poorer than the rest. For Tan Son it is chosen so that their poverty rate falls by the
 * 3 points a year of F41.
 */
const shareOfAll = { usual: 0.8, tanSon: 0.55 };

/** The people of each locality at the end of each year. */
export function populationTotalRows({ householdTotals }: Population): PopulationTotalEntity[] {
  const byProvince = groupBy(householdTotals, ({ locality }) => locality.formerProvinceCode);
  return [...byProvince].flatMap(([province, totals]) =>
    registerYears.flatMap((year, index) => {
      const parts = totals.map(({ locality, households }) => partOf(locality, households[index] ?? 0));
      const minority = minorityPeople(province, parts);
      return parts.map(({ locality, households, people, share }, part) => ({
        localityId: locality.id,
        year,
        people,
        ethnicMinorityPeople: minority[part] ?? 0,
        ethnicMinorityHouseholds: Math.round(households * share),
      }));
    }),
  );
}

interface Part {
  readonly locality: SampleLocality;
  readonly households: number;
  readonly people: number;
  /** The share of ethnic minorities, from 0 to 1. */
  readonly share: number;
}

function partOf(locality: SampleLocality, households: number): Part {
  const factor = locality.formerDistrictCode === formerDistrict.tanSon ? shareOfAll.tanSon : shareOfAll.usual;
  const share = minorityShareOfRegister(locality) * factor;
  return { locality, households, people: Math.round(households * peoplePerHousehold), share };
}

/** The people of ethnic minorities in each part of a province. */
function minorityPeople(province: string, parts: readonly Part[]): number[] {
  const expected = parts.map(({ people, share }) => people * share);
  if (province !== formerProvince.quangNinh) return expected.map(Math.round);
  const all = parts.reduce((sum, { people }) => sum + people, 0);
  return apportion(Math.round(all * minorityShareOfQuangNinh), expected);
}
