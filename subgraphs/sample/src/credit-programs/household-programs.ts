import type { HouseholdClass } from "@an-sinh/households/poverty-review/household-class";
import { registerYears, type RegisterYear, type SampleHousehold } from "../population/population.js";
import { ageIn } from "./loan-draft.js";
import type { ProgramCode } from "./program-data.js";

/** How the sample's households borrow under a programme. */
export interface HouseholdProgram {
  readonly code: ProgramCode;
  /** How many loans the sample holds; fewer where fewer households may borrow. */
  readonly loans: number;
  /** The least and the most that is lent, in million dong. */
  readonly millions: readonly [number, number];
  readonly termsMonths: readonly number[];
  readonly purposes: readonly string[];
  /** The days of the year between which it lends, MM-DD. */
  readonly season: readonly [string, string];
  /** Whether a household may borrow in a year. */
  mayBorrow(household: SampleHousehold, year: number): boolean;
}

/** The years in which the sample's loans were paid out. */
const lendingYears = [2020, 2021, 2022, 2023, 2024, 2025] as const;

/**
 * The class in force during most of a year is that of the review at the end of the year before. Before the
 * sample's first review, the class of that review is taken: the household was not there by chance.
 */
function hasClassIn(household: SampleHousehold, year: number, wanted: HouseholdClass): boolean {
  const reviewed = registerYears.find((one) => one === Math.max(year - 1, registerYears[0]));
  return reviewed !== undefined && household.classAt[reviewed] === wanted;
}

/** Within the first year after the review that found it had escaped: well inside the 36 months. */
function escapedBefore(household: SampleHousehold, year: number): boolean {
  const escaped = (one: number) => household.classAt[one as RegisterYear] === "NEWLY_ESCAPED";
  return year - 1 > registerYears[0] && escaped(year - 1) && !escaped(year - 2);
}

const usual = { season: ["01-10", "11-30"], termsMonths: [36, 48, 60] } as const;
const production = [
  "Chăn nuôi bò sinh sản",
  "Chăn nuôi lợn",
  "Chăn nuôi gia cầm",
  "Trồng cây ăn quả",
  "Trồng rau an toàn",
  "Nuôi trồng thủy sản",
  "Mua máy nông nghiệp",
  "Buôn bán nhỏ",
  "Làm nghề thủ công",
];

export const householdPrograms: readonly HouseholdProgram[] = [
  {
    ...usual,
    code: "POOR_HOUSEHOLDS",
    loans: 3_000,
    millions: [20, 100],
    purposes: production,
    mayBorrow: (household, year) => hasClassIn(household, year, "POOR"),
  },
  {
    ...usual,
    code: "NEAR_POOR_HOUSEHOLDS",
    loans: 5_500,
    millions: [20, 100],
    purposes: production,
    mayBorrow: (household, year) => hasClassIn(household, year, "NEAR_POOR"),
  },
  {
    ...usual,
    code: "NEWLY_ESCAPED_HOUSEHOLDS",
    loans: 2_500,
    millions: [30, 100],
    purposes: production,
    mayBorrow: escapedBefore,
  },
  {
    ...usual,
    code: "DISADVANTAGED_STUDENTS",
    loans: 1_800,
    millions: [20, 100],
    termsMonths: [72, 96],
    purposes: ["Chi phí học đại học", "Chi phí học cao đẳng", "Chi phí học nghề"],
    season: ["09-01", "11-30"],
    mayBorrow: ({ members }, year) => members.some((one) => ageIn(year, one) >= 18 && ageIn(year, one) <= 22),
  },
  {
    ...usual,
    code: "CLEAN_WATER_AND_SANITATION",
    loans: 3_800,
    // Each of the two works was lent far less for before Decision 10/2024.
    millions: [10, 20],
    termsMonths: [60],
    purposes: ["Xây bể nước và công trình vệ sinh", "Khoan giếng và lắp lọc nước", "Đấu nối nước máy"],
    mayBorrow: ({ locality }) => !locality.isUrban,
  },
  {
    ...usual,
    code: "JOB_CREATION",
    loans: 2_200,
    millions: [30, 100],
    purposes: ["Mở rộng xưởng mộc", "Mở rộng chăn nuôi", "Mua máy may công nghiệp", "Mở cửa hàng sửa chữa"],
    mayBorrow: () => true,
  },
];

/** The years in which a household may borrow under a programme. */
export const borrowingYears = (program: HouseholdProgram, household: SampleHousehold): number[] =>
  lendingYears.filter((year) => program.mayBorrow(household, year));
