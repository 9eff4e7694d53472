import type { FundingShareEntity } from "@an-sinh/housing-projects/housing-support/funding-share.entity";
import type { FundingSource } from "@an-sinh/housing-projects/housing-support/housing-support.enums";
import { createRandom } from "@an-sinh/sample/population/random";
import type { DepartmentGraph } from "../../../../test/support/department-graph.js";
import { fewOrMany, generateProvinces, unitsOf } from "../../../../test/support/generated-provinces.js";
import { startHousingGraph } from "./housing-graph.js";

export const provinces = generateProvinces(40);
export const units = unitsOf(provinces);
export const unitIds = Object.keys(units);
export const years = [2021, 2022, 2023];
/** Also before and after all supports. */
export const asked = [2020, ...years, 2050];
export const sources: readonly FundingSource[] = ["CENTRAL_BUDGET", "FUND_FOR_THE_POOR", "LOCAL_BUDGET"];

const random = createRandom(5, "supports");
const supports = provinces.flatMap(({ localityIds }) =>
  localityIds.flatMap((localityId) =>
    years.flatMap((year) =>
      Array.from({ length: fewOrMany(random) }, () => ({
        localityId,
        completedOn: `${year}-06-01`,
        amount: 10,
      })),
    ),
  ),
);
/** The first source pays for all supports, the last one for few. */
const shares: readonly FundingShareEntity[] = supports.flatMap((_, index) =>
  sources
    .filter((_source, position) => random.chance(1 - position / 3))
    .map((source, position, { length }) => ({
      supportId: `s${index + 1}`,
      source,
      amount: position === 0 ? 10 - 2 * (length - 1) : 2,
    })),
);

/** A province with four communes. In 2022 few supports were completed in the first one, and none in the second. */
export const communes = ["north", "east", "south", "west"];
const inYears = { 2021: [10, 6, 20, 30], 2022: [2, 0, 7, 9] };
const ofCommunes = Object.entries(inYears).flatMap(([year, counts]) =>
  counts.flatMap((count, index) =>
    Array.from({ length: count }, () => ({ localityId: communes[index], completedOn: `${year}-06-01` })),
  ),
);

export const startWithSupports = (): Promise<DepartmentGraph> =>
  startHousingGraph({
    territory: {
      ...units,
      whole: communes,
      ...Object.fromEntries(communes.map((commune) => [commune, [commune]])),
    },
    supports: [...supports, ...ofCommunes],
    shares,
    supportTargets: ["south", "west"].map((unitId) => ({
      unitId,
      year: 2022,
      program: "GREAT_SOLIDARITY",
      houses: 10,
      legalBasis: "Sample value",
    })),
  });
