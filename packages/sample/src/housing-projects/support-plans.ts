import type { ConstructionKind } from "@an-sinh/housing-projects/construction-kind/construction-kind.enums";
import type {
  FundingSource,
  HousingSupportProgram,
} from "@an-sinh/housing-projects/housing-support/housing-support.enums";
import { baVi, haNoiWithoutBaVi, mergedBacNinh, mergedPhuTho, quangNinh, taXa, type Area } from "./areas.js";

/** Supports that together have exactly the amount given here. */
export interface SupportPlan {
  readonly area: Area;
  readonly program: HousingSupportProgram;
  readonly kind: ConstructionKind;
  readonly supports: number;
  /** The least amount of a support, in million dong. */
  readonly leastMillions: number;
  /** The amount of all supports together, in million dong. */
  readonly totalMillions: number;
  /** The first and the last day of their completions. Null: granted at the end of 2025 and not completed yet. */
  readonly completed: readonly [from: string, to: string] | null;
}

const during2024 = ["2024-02-20", "2024-11-30"] as const;
const during2025 = ["2025-02-10", "2025-12-15"] as const;
const from2021 = ["2021-04-01", "2025-12-20"] as const;
const from2022 = ["2022-03-01", "2025-12-20"] as const;
const from2022To2024 = ["2022-03-01", "2024-12-20"] as const;

/** The plans for a population with this scale. */
export const supportPlans = (scale: number): SupportPlan[] =>
  plans.map((once) => ({
    ...once,
    supports: once.supports * scale,
    totalMillions: once.totalMillions * scale,
  }));

/**
 * Published for Bac Ninh: 1,594 temporary houses rebuilt and 922 repaired in 2025 for 150 billion dong (norms of 60 and
 * 30 million dong, and local additions), and 4,032 Great Solidarity houses by the end of 2025. Published for Ba Vi: 397
 * houses and 56 sanitary facilities from 2022 to 2024 for 24.7 billion dong. Reported from Ta Xa in 2024: a Party
 * Committee House was handed over. Its amount and the rest are made up.
 */
const plans: readonly SupportPlan[] = [
  plan(mergedBacNinh, "TEMPORARY_HOUSE_ELIMINATION", "NEW_BUILD", 1_594, 60, 116_040, during2025),
  plan(mergedBacNinh, "TEMPORARY_HOUSE_ELIMINATION", "REPAIR", 922, 30, 33_960, during2025),
  plan(mergedBacNinh, "GREAT_SOLIDARITY", "NEW_BUILD", 2_870, 50, 150_300, from2021),
  plan(mergedBacNinh, "GREAT_SOLIDARITY", "REPAIR", 1_162, 25, 30_900, from2021),
  plan(baVi, "SOCIALIZED_HOUSING", "NEW_BUILD", 268, 60, 18_830, from2022To2024),
  plan(baVi, "SOCIALIZED_HOUSING", "REPAIR", 129, 30, 5_010, from2022To2024),
  plan(baVi, "SOCIALIZED_HOUSING", "SANITARY_FACILITY", 56, 12, 860, from2022To2024),
  plan(mergedBacNinh, "MERITORIOUS_HOUSING", "NEW_BUILD", 160, 60, 9_700, from2022),
  plan(mergedBacNinh, "MERITORIOUS_HOUSING", "REPAIR", 240, 30, 7_300, from2022),
  plan(haNoiWithoutBaVi, "SOCIALIZED_HOUSING", "NEW_BUILD", 150, 60, 10_100, from2022),
  plan(haNoiWithoutBaVi, "SOCIALIZED_HOUSING", "REPAIR", 180, 30, 6_050, from2022),
  plan(haNoiWithoutBaVi, "MERITORIOUS_HOUSING", "REPAIR", 120, 30, 4_100, from2022),
  plan(quangNinh, "TEMPORARY_HOUSE_ELIMINATION", "NEW_BUILD", 120, 60, 8_640, from2022),
  plan(quangNinh, "TEMPORARY_HOUSE_ELIMINATION", "REPAIR", 80, 30, 2_720, from2022),
  plan(mergedPhuTho, "TEMPORARY_HOUSE_ELIMINATION", "NEW_BUILD", 400, 60, 24_900, from2022),
  plan(mergedPhuTho, "TEMPORARY_HOUSE_ELIMINATION", "REPAIR", 250, 30, 7_800, from2022),
  plan(mergedPhuTho, "GREAT_SOLIDARITY", "NEW_BUILD", 300, 50, 15_600, from2021),
  plan(mergedPhuTho, "MERITORIOUS_HOUSING", "REPAIR", 90, 30, 2_790, from2022),
  plan(mergedPhuTho, "TEMPORARY_HOUSE_ELIMINATION", "NEW_BUILD", 40, 60, 2_480, null),
  plan(taXa, "PARTY_COMMITTEE_HOUSE", "NEW_BUILD", 1, 80, 80, during2024),
];

/** The weights of the parts that the sources pay. */
export const fundingWeights: Readonly<
  Record<HousingSupportProgram, readonly (readonly [FundingSource, number])[]>
> = {
  TEMPORARY_HOUSE_ELIMINATION: [
    ["CENTRAL_BUDGET", 40],
    ["PROVINCIAL_BUDGET", 30],
    ["FUND_FOR_THE_POOR", 10],
    ["BUSINESSES_AND_DONORS", 20],
  ],
  GREAT_SOLIDARITY: [
    ["FUND_FOR_THE_POOR", 75],
    ["LOCAL_BUDGET", 10],
    ["BUSINESSES_AND_DONORS", 15],
  ],
  MERITORIOUS_HOUSING: [
    ["CENTRAL_BUDGET", 50],
    ["PROVINCIAL_BUDGET", 30],
    ["LOCAL_BUDGET", 20],
  ],
  PARTY_COMMITTEE_HOUSE: [
    ["BUSINESSES_AND_DONORS", 55],
    ["LOCAL_BUDGET", 20],
    ["HOUSEHOLD_AND_COMMUNITY", 25],
  ],
  SOCIALIZED_HOUSING: [
    ["BUSINESSES_AND_DONORS", 60],
    ["FUND_FOR_THE_POOR", 15],
    ["HOUSEHOLD_AND_COMMUNITY", 25],
  ],
};

function plan(
  area: Area,
  program: HousingSupportProgram,
  kind: ConstructionKind,
  supports: number,
  leastMillions: number,
  totalMillions: number,
  completed: SupportPlan["completed"],
): SupportPlan {
  return { area, program, kind, supports, leastMillions, totalMillions, completed };
}
