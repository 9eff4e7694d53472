import type { StandardLevelEntity } from "@an-sinh/meritorious-service/standard-level/standard-level.entity";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";

const standardLevels: readonly StandardLevelEntity[] = [
  {
    validFrom: "2021-07-01",
    validTo: "2023-06-30",
    monthlyAmount: 1_624_000,
    legalBasis: "Decree 75/2021/ND-CP",
  },
  {
    validFrom: "2023-07-01",
    validTo: "2024-06-30",
    monthlyAmount: 2_055_000,
    legalBasis: "Decree 55/2023/ND-CP",
  },
  { validFrom: "2024-07-01", validTo: null, monthlyAmount: 2_789_000, legalBasis: "Decree 77/2024/ND-CP" },
];

/** The first day with a standard level. No allowance of the sample begins earlier. */
export const firstLevelDay = "2021-07-01";

/** New objects, because whoever stores them may change them. */
export function* standardLevelRows(): Iterable<StandardLevelEntity> {
  for (const level of standardLevels) yield { ...level };
}

/** The level on a day, in dong a month. Throws for a day before `firstLevelDay`. */
export function standardLevelOn(day: string): number {
  const level = standardLevels.find((found) => isInForce(found, day));
  if (level) return level.monthlyAmount;
  throw new RangeError(`Expected a day since ${firstLevelDay}, but got: ${day}`);
}
