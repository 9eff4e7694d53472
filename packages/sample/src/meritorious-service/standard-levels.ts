import type { StandardLevelEntity } from "@an-sinh/meritorious-service/standard-level/standard-level.entity";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";

/** Decree 55/2023 rounds to thousands. That it rounds half up could not be confirmed. */
const toThousands = {
  roundedTo: 1_000,
  roundingLegalBasis:
    "Decree 55/2023/ND-CP: to thousands of dong (that half is rounded up is a sample value)",
};

const standardLevels: readonly StandardLevelEntity[] = [
  {
    validFrom: "2021-07-01",
    validTo: "2023-06-30",
    monthlyAmount: 1_624_000,
    roundedTo: 1,
    roundingLegalBasis: null,
    legalBasis: "Decree 75/2021/ND-CP",
  },
  {
    ...toThousands,
    validFrom: "2023-07-01",
    validTo: "2024-06-30",
    monthlyAmount: 2_055_000,
    legalBasis: "Decree 55/2023/ND-CP",
  },
  {
    ...toThousands,
    validFrom: "2024-07-01",
    validTo: null,
    monthlyAmount: 2_789_000,
    legalBasis: "Decree 77/2024/ND-CP",
  },
];

/** The first day with a standard level. No allowance of the sample begins earlier. */
export const firstLevelDay = "2021-07-01";

/** New objects, because whoever stores them may change them. */
export function* standardLevelRows(): Iterable<StandardLevelEntity> {
  for (const level of standardLevels) yield { ...level };
}

/** The level on a day. Throws for a day before `firstLevelDay`. */
export function standardLevelOn(day: string): StandardLevelEntity {
  const level = standardLevels.find((found) => isInForce(found, day));
  if (level) return level;
  throw new RangeError(`Expected a day since ${firstLevelDay}, but got: ${day}`);
}
