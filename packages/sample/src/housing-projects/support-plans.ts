import type { ConstructionKind } from "@an-sinh/housing-projects/construction-kind/construction-kind.enums";
import type {
  FundingSource,
  HousingSupportProgram,
} from "@an-sinh/housing-projects/housing-support/housing-support.enums";
import { baVi, bacNinh, haNoiWithoutBaVi, phuTho, quangNinh, type Area } from "./areas.js";

/** Supports that are drawn together and add up exactly to what is given here. */
export interface SupportPlan {
  readonly area: Area;
  readonly program: HousingSupportProgram;
  readonly kind: ConstructionKind;
  readonly supports: number;
  /** Million dong that each gets at least. */
  readonly leastMillions: number;
  /** Million dong for all of them together. */
  readonly totalMillions: number;
  /** From when to when they were completed. Null: they were granted at the end of 2025 and are being built. */
  readonly completed: readonly [from: string, to: string] | null;
}

const during2025 = ["2025-02-10", "2025-12-15"] as const;
const from2021 = ["2021-04-01", "2025-12-20"] as const;
const from2022 = ["2022-03-01", "2025-12-20"] as const;
const from2022To2024 = ["2022-03-01", "2024-12-20"] as const;

/** The plans for a register of so many times the published size. */
export const supportPlans = (scale: number): SupportPlan[] =>
  published.map((once) => ({
    ...once,
    supports: once.supports * scale,
    totalMillions: once.totalMillions * scale,
  }));

/**
 * As published: in Bac Ninh 1,594 temporary houses rebuilt and 922 repaired in 2025 for 150 billion dong
 * (norms of 60 and 30 million, topped up locally) and 4,032 Great Solidarity houses by then; in Ba Vi
 * from 2022 to 2024 397 houses and 56 sanitary facilities for 24.7 billion. The rest is made up.
 */
const published: readonly SupportPlan[] = [
  plan(bacNinh, "TEMPORARY_HOUSE_ELIMINATION", "NEW_BUILD", 1_594, 60, 116_040, during2025),
  plan(bacNinh, "TEMPORARY_HOUSE_ELIMINATION", "REPAIR", 922, 30, 33_960, during2025),
  plan(bacNinh, "GREAT_SOLIDARITY", "NEW_BUILD", 2_870, 50, 150_300, from2021),
  plan(bacNinh, "GREAT_SOLIDARITY", "REPAIR", 1_162, 25, 30_900, from2021),
  plan(baVi, "SOCIALIZED_HOUSING", "NEW_BUILD", 268, 60, 18_830, from2022To2024),
  plan(baVi, "SOCIALIZED_HOUSING", "REPAIR", 129, 30, 5_010, from2022To2024),
  plan(baVi, "SOCIALIZED_HOUSING", "SANITARY_FACILITY", 56, 12, 860, from2022To2024),
  plan(bacNinh, "MERITORIOUS_HOUSING", "NEW_BUILD", 160, 60, 9_700, from2022),
  plan(bacNinh, "MERITORIOUS_HOUSING", "REPAIR", 240, 30, 7_300, from2022),
  plan(bacNinh, "PARTY_COMMITTEE_HOUSE", "NEW_BUILD", 90, 70, 6_620, from2022),
  plan(haNoiWithoutBaVi, "SOCIALIZED_HOUSING", "NEW_BUILD", 150, 60, 10_100, from2022),
  plan(haNoiWithoutBaVi, "SOCIALIZED_HOUSING", "REPAIR", 180, 30, 6_050, from2022),
  plan(haNoiWithoutBaVi, "MERITORIOUS_HOUSING", "REPAIR", 120, 30, 4_100, from2022),
  plan(quangNinh, "TEMPORARY_HOUSE_ELIMINATION", "NEW_BUILD", 120, 60, 8_640, from2022),
  plan(quangNinh, "TEMPORARY_HOUSE_ELIMINATION", "REPAIR", 80, 30, 2_720, from2022),
  plan(quangNinh, "PARTY_COMMITTEE_HOUSE", "NEW_BUILD", 30, 80, 2_500, from2022),
  plan(phuTho, "TEMPORARY_HOUSE_ELIMINATION", "NEW_BUILD", 400, 60, 24_900, from2022),
  plan(phuTho, "TEMPORARY_HOUSE_ELIMINATION", "REPAIR", 250, 30, 7_800, from2022),
  plan(phuTho, "GREAT_SOLIDARITY", "NEW_BUILD", 300, 50, 15_600, from2021),
  plan(phuTho, "MERITORIOUS_HOUSING", "REPAIR", 90, 30, 2_790, from2022),
  plan(phuTho, "TEMPORARY_HOUSE_ELIMINATION", "NEW_BUILD", 40, 60, 2_480, null),
];

/** What part each source pays, by weight. */
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
