import type { CreditProgramEntity } from "@an-sinh/credit-programs/credit-program/credit-program.entity";
import type { CreditTermsEntity } from "@an-sinh/credit-programs/credit-program/credit-terms.entity";

const policy = (id: string, code: string, name: string, legalBasis: string): CreditProgramEntity => ({
  id,
  code,
  name,
  lenderKind: "POLICY_BANK",
  legalBasis,
});

/** The programs on record, with the acts that they rest on. */
export const creditProgramRows = [
  policy("CP-01", "POOR_HOUSEHOLDS", "Loans to poor households", "Decree 78/2002/ND-CP"),
  policy("CP-02", "NEAR_POOR_HOUSEHOLDS", "Loans to near-poor households", "Decision 15/2013/QD-TTg"),
  policy(
    "CP-03",
    "NEWLY_ESCAPED_HOUSEHOLDS",
    "Loans to households newly escaped from poverty",
    "Decision 28/2015/QD-TTg",
  ),
  policy(
    "CP-04",
    "DISADVANTAGED_STUDENTS",
    "Loans to students in difficult circumstances",
    "Decision 157/2007/QD-TTg",
  ),
  policy(
    "CP-05",
    "CLEAN_WATER_AND_SANITATION",
    "Loans for clean water and rural sanitation",
    "Decision 10/2024/QD-TTg",
  ),
  policy("CP-06", "JOB_CREATION", "Loans for job creation", "Decree 74/2019/ND-CP"),
  policy("CP-07", "SOCIAL_HOUSING_PURCHASE", "Loans to buy social housing", "Decree 261/2025/ND-CP"),
  {
    id: "CP-08",
    code: "SOCIAL_HOUSING_PACKAGE",
    name: "Credit package of commercial banks for social housing",
    lenderKind: "COMMERCIAL_BANK",
    legalBasis: "Resolution 33/NQ-CP",
  },
] satisfies CreditProgramEntity[];

/** Terms of the older programs are on record from this day on. */
export const recordsBegin = "2020-01-01";

const nothingOnRecord = {
  validFrom: recordsBegin,
  validTo: null,
  annualRatePercent: null,
  maximumPrincipal: null,
  maximumTermMonths: null,
  remark: null,
};

/** What is known of the terms. A rate, maximum or term without a source is null: not on record. */
export const creditTermsRows: readonly CreditTermsEntity[] = [
  {
    ...nothingOnRecord,
    programId: "CP-01",
    annualRatePercent: 6.6,
    maximumPrincipal: 100_000_000,
    legalBasis: "Decree 78/2002/ND-CP",
  },
  {
    ...nothingOnRecord,
    programId: "CP-02",
    maximumPrincipal: 100_000_000,
    legalBasis: "Decision 15/2013/QD-TTg",
  },
  {
    ...nothingOnRecord,
    programId: "CP-03",
    annualRatePercent: 8.25,
    maximumPrincipal: 100_000_000,
    maximumTermMonths: 60,
    legalBasis: "Decision 28/2015/QD-TTg",
    remark: "125 % of the rate for poor households.",
  },
  {
    ...nothingOnRecord,
    programId: "CP-04",
    annualRatePercent: 6.6,
    legalBasis: "Decision 157/2007/QD-TTg",
    remark: "Up to 4,000,000 dong for each month of study; lent to the household.",
  },
  {
    ...nothingOnRecord,
    programId: "CP-05",
    validFrom: "2024-09-02",
    annualRatePercent: 9,
    maximumPrincipal: 50_000_000,
    legalBasis: "Decision 10/2024/QD-TTg",
    remark:
      "Up to 25,000,000 dong a work and two works: one for water, one for sanitation. Rural households only.",
  },
  {
    ...nothingOnRecord,
    programId: "CP-06",
    annualRatePercent: 6.6,
    maximumPrincipal: 100_000_000,
    legalBasis: "Decree 74/2019/ND-CP",
    remark:
      "The rate is that for poor households. The maximum is a worker's; a firm may borrow up to 2,000,000,000 dong.",
  },
  {
    ...nothingOnRecord,
    programId: "CP-07",
    validFrom: "2025-10-10",
    annualRatePercent: 5.4,
    legalBasis: "Decree 261/2025/ND-CP",
  },
  {
    ...nothingOnRecord,
    programId: "CP-08",
    validFrom: "2023-03-11",
    legalBasis: "Resolution 33/NQ-CP",
    remark:
      "1.5 to 2 percentage points below the market's rates. A package of 120,000 billion dong, raised to 145,000 billion later.",
  },
];

const programIds = new Map(creditProgramRows.map(({ code, id }) => [code, id]));

export type ProgramCode =
  | "POOR_HOUSEHOLDS"
  | "NEAR_POOR_HOUSEHOLDS"
  | "NEWLY_ESCAPED_HOUSEHOLDS"
  | "DISADVANTAGED_STUDENTS"
  | "CLEAN_WATER_AND_SANITATION"
  | "JOB_CREATION"
  | "SOCIAL_HOUSING_PURCHASE"
  | "SOCIAL_HOUSING_PACKAGE";

export function programIdOf(code: ProgramCode): string {
  const id = programIds.get(code);
  if (id === undefined) throw new Error(`Expected a credit program of the sample, but got: ${code}.`);
  return id;
}

const poorHouseholdsRate = 6.6;

/**
 * The rate in a sample contract: the program's on the day of disbursement; where that is not on record,
 * the program's first one on record; where there is none at all, the rate for poor households, which is
 * an assumption of the sample and stands in no terms.
 */
export function contractRate(code: ProgramCode, disbursedOn: string): number {
  const rates = creditTermsRows.filter(
    ({ programId, annualRatePercent }) => programId === programIdOf(code) && annualRatePercent !== null,
  );
  const then = rates.findLast(({ validFrom }) => validFrom <= disbursedOn);
  return (then ?? rates[0])?.annualRatePercent ?? poorHouseholdsRate;
}
