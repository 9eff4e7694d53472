import { annualRateOn } from "@an-sinh/credit-programs/credit-program/annual-rate";
import type { CreditTermsEntity } from "@an-sinh/credit-programs/credit-program/credit-terms.entity";
import type { PreferredRateEntity } from "@an-sinh/credit-programs/credit-program/preferred-rate.entity";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import { billion, million } from "../population/amounts.js";
import { programIdOf, type ProgramCode } from "./credit-programs.js";

/** The first day of the terms of older programs. */
export const recordsBegin = "2020-01-01";

const nothingOnRecord = {
  validFrom: recordsBegin,
  validTo: null,
  annualRatePercent: null,
  rateBaseProgramId: null,
  percentOfBaseRate: null,
  maximumPrincipal: null,
  maximumFirmPrincipal: null,
  maximumTermMonths: null,
  remark: null,
};

/** A rate of so many percent of the rate of another program. */
const shareOf = (code: ProgramCode, percentOfBaseRate: number) => ({
  rateBaseProgramId: programIdOf(code),
  percentOfBaseRate,
});

/** The terms of the programs. A rate, maximum or term for which there is no source is null. */
export const creditTermsRows: readonly CreditTermsEntity[] = [
  {
    ...nothingOnRecord,
    programId: programIdOf("POOR_HOUSEHOLDS"),
    annualRatePercent: 6.6,
    maximumPrincipal: 100 * million,
    legalBasis: "Decree 78/2002/ND-CP",
  },
  {
    ...nothingOnRecord,
    ...shareOf("POOR_HOUSEHOLDS", 120),
    programId: programIdOf("NEAR_POOR_HOUSEHOLDS"),
    maximumPrincipal: 100 * million,
    legalBasis: "Decision 15/2013/QD-TTg",
  },
  {
    ...nothingOnRecord,
    ...shareOf("POOR_HOUSEHOLDS", 125),
    programId: programIdOf("NEWLY_ESCAPED_HOUSEHOLDS"),
    maximumPrincipal: 100 * million,
    maximumTermMonths: 60,
    legalBasis: "Decision 28/2015/QD-TTg",
  },
  {
    ...nothingOnRecord,
    programId: programIdOf("DISADVANTAGED_STUDENTS"),
    validTo: "2022-05-18",
    annualRatePercent: 6.6,
    legalBasis: "Decision 157/2007/QD-TTg (the amount a month is a sample value)",
    remark: "Up to 2,500,000 dong for each month of study; lent to the household.",
  },
  {
    ...nothingOnRecord,
    programId: programIdOf("DISADVANTAGED_STUDENTS"),
    validFrom: "2022-05-19",
    annualRatePercent: 6.6,
    legalBasis:
      "Decision 157/2007/QD-TTg, amended by Decision 05/2022/QD-TTg (the first day is a sample value)",
    remark: "Up to 4,000,000 dong for each month of study; lent to the household.",
  },
  {
    ...nothingOnRecord,
    programId: programIdOf("CLEAN_WATER_AND_SANITATION"),
    validTo: "2024-09-01",
    annualRatePercent: 9,
    maximumPrincipal: 20 * million,
    legalBasis: "Decision 18/2014/QD-TTg (the amount of a work is a sample value)",
    remark:
      "Up to 10,000,000 dong a work and two works: one for water, one for sanitation. Rural households only.",
  },
  {
    ...nothingOnRecord,
    programId: programIdOf("CLEAN_WATER_AND_SANITATION"),
    validFrom: "2024-09-02",
    annualRatePercent: 9,
    maximumPrincipal: 50 * million,
    legalBasis: "Decision 10/2024/QD-TTg",
    remark:
      "Up to 25,000,000 dong a work and two works: one for water, one for sanitation. Rural households only.",
  },
  {
    ...nothingOnRecord,
    ...shareOf("NEAR_POOR_HOUSEHOLDS", 100),
    programId: programIdOf("JOB_CREATION"),
    validTo: "2025-12-31",
    maximumPrincipal: 100 * million,
    maximumFirmPrincipal: 2 * billion,
    legalBasis: "Decree 74/2019/ND-CP",
  },
  {
    ...nothingOnRecord,
    ...shareOf("POOR_HOUSEHOLDS", 127),
    programId: programIdOf("JOB_CREATION"),
    validFrom: "2026-01-01",
    maximumPrincipal: 200 * million,
    maximumFirmPrincipal: 10 * billion,
    maximumTermMonths: 120,
    legalBasis: "Decree 338/2025/ND-CP",
  },
  {
    ...nothingOnRecord,
    ...shareOf("POOR_HOUSEHOLDS", 100),
    programId: programIdOf("SOCIAL_HOUSING_PURCHASE"),
    validFrom: "2024-08-01",
    validTo: "2025-10-09",
    legalBasis: "Decree 100/2024/ND-CP",
  },
  {
    ...nothingOnRecord,
    programId: programIdOf("SOCIAL_HOUSING_PURCHASE"),
    validFrom: "2025-10-10",
    annualRatePercent: 5.4,
    legalBasis: "Decree 261/2025/ND-CP",
  },
  {
    ...nothingOnRecord,
    programId: programIdOf("SOCIAL_HOUSING_PACKAGE"),
    validFrom: "2023-03-11",
    legalBasis: "Resolution 33/NQ-CP",
    remark: "1.5 to 2 percentage points below the market's rates.",
  },
];

const ofJobCreation = {
  ...shareOf("POOR_HOUSEHOLDS", 100),
  programId: programIdOf("JOB_CREATION"),
  validFrom: "2026-01-01",
  validTo: null,
  legalBasis: "Decree 338/2025/ND-CP (who these borrowers are is a sample value)",
};

/** Selected groups borrow at the rate for poor households itself. */
export const preferredRateRows: readonly PreferredRateEntity[] = [
  { ...ofJobCreation, borrowers: "PERSONS_WITH_DISABILITIES" },
  { ...ofJobCreation, borrowers: "ETHNIC_MINORITIES_IN_DISADVANTAGED_AREAS" },
  { ...ofJobCreation, borrowers: "FIRMS_EMPLOYING_THEM" },
];

/** The rates of commercial banks are not on record. All loans of the package have this one, in percent a year. */
const samplePackageRate = 6.6;

/** The terms of a program on a day. Throws for a day on which it does not lend. */
export function termsOn(code: ProgramCode, day: string): CreditTermsEntity {
  const programId = programIdOf(code);
  const found = creditTermsRows.find((terms) => terms.programId === programId && isInForce(terms, day));
  if (found) return found;
  throw new RangeError(`Expected a day on which ${code} lends, but got: ${day}`);
}

/** The rate of a loan that was paid out on a day, in percent a year. */
export const contractRate = (code: ProgramCode, disbursedOn: string): number =>
  annualRateOn(termsOn(code, disbursedOn), disbursedOn, creditTermsRows) ?? samplePackageRate;
