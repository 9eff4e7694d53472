import type { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import { registerYears, type RegisterYear, type SampleHousehold } from "../population/population.js";
import type { ProgramCode } from "./credit-programs.js";
import { classesOfStudents } from "./eligibility-rules.js";
import { ageIn } from "./loan-draft.js";

/** The loans of households under a program. */
export interface HouseholdProgram {
  readonly code: ProgramCode;
  /** The number of loans at scale 1, or fewer where fewer households may borrow. */
  readonly loans: number;
  /** The least and the largest principal, in million dong. */
  readonly millions: readonly [number, number];
  readonly termsMonths: readonly number[];
  readonly purposes: readonly string[];
  /** The first and the last day of the year on which it lends, MM-DD. */
  readonly season: readonly [string, string];
  /** The years in which a household may borrow. */
  yearsFor(household: SampleHousehold): number[];
}

/** The years in which the sample's loans were disbursed. */
const lendingYears: readonly number[] = [2020, 2021, 2022, 2023, 2024, 2025];

/**
 * The years in which a household has one of the classes. It is the class of the review at the end of the year before,
 * which is in force for most of the year. For years before the first review it is the class of the first review.
 */
const yearsInClass =
  (...wanted: readonly HouseholdClass[]) =>
  ({ classAt }: SampleHousehold): number[] =>
    lendingYears.filter((year) => {
      const found = classAt[reviewedBefore(year)];
      return found !== undefined && wanted.includes(found);
    });

const reviewedBefore = (year: number): RegisterYear =>
  registerYears.findLast((reviewed) => reviewed < year) ?? registerYears[0];

/** The years after the reviews by which a household escaped poverty: they are within its 36 months. */
function yearsAfterEscape({ classAt }: SampleHousehold): number[] {
  const escapes = registerYears.slice(1).filter((year, index) => {
    const before = registerYears[index];
    return classAt[year] === "NEWLY_ESCAPED" && before !== undefined && classAt[before] !== "NEWLY_ESCAPED";
  });
  return escapes.map((year) => year + 1).filter((year) => lendingYears.includes(year));
}

const yearsInClassOfStudents = yearsInClass(...classesOfStudents);

function yearsWithStudents(household: SampleHousehold): number[] {
  return yearsInClassOfStudents(household).filter((year) =>
    household.members.some((one) => ageIn(year, one) >= 18 && ageIn(year, one) <= 22),
  );
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
    yearsFor: yearsInClass("POOR"),
  },
  {
    ...usual,
    code: "NEAR_POOR_HOUSEHOLDS",
    loans: 5_500,
    millions: [20, 100],
    purposes: production,
    yearsFor: yearsInClass("NEAR_POOR"),
  },
  {
    ...usual,
    code: "NEWLY_ESCAPED_HOUSEHOLDS",
    loans: 2_500,
    millions: [30, 100],
    purposes: production,
    yearsFor: yearsAfterEscape,
  },
  {
    ...usual,
    code: "DISADVANTAGED_STUDENTS",
    loans: 1_800,
    millions: [20, 100],
    termsMonths: [72, 96],
    purposes: ["Chi phí học đại học", "Chi phí học cao đẳng", "Chi phí học nghề"],
    season: ["09-01", "11-30"],
    yearsFor: yearsWithStudents,
  },
  {
    ...usual,
    code: "CLEAN_WATER_AND_SANITATION",
    loans: 3_800,
    // Before Decision 10/2024 the maximum was 20 million for two works.
    millions: [10, 20],
    termsMonths: [60],
    purposes: ["Xây bể nước và công trình vệ sinh", "Khoan giếng và lắp lọc nước", "Đấu nối nước máy"],
    yearsFor: ({ locality }) => (locality.isUrban ? [] : [...lendingYears]),
  },
  {
    ...usual,
    code: "JOB_CREATION",
    loans: 2_200,
    millions: [30, 100],
    purposes: ["Mở rộng xưởng mộc", "Mở rộng chăn nuôi", "Mua máy may công nghiệp", "Mở cửa hàng sửa chữa"],
    yearsFor: () => [...lendingYears],
  },
];
