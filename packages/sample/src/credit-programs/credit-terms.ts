import type { CreditTermsEntity } from "@an-sinh/credit-programs/credit-program/credit-terms.entity";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import { programIdOf, type ProgramCode } from "./credit-programs.js";

/** The first day of the terms of older programs. */
export const recordsBegin = "2020-01-01";

const nothingOnRecord = {
  validFrom: recordsBegin,
  validTo: null,
  annualRatePercent: null,
  maximumPrincipal: null,
  maximumTermMonths: null,
  remark: null,
};

/** The terms of the programs. A rate, maximum or term for which there is no source is null. */
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

const poorHouseholdsRate = 6.6;

/**
 * The yearly rate of a loan in percent: the program's rate on the day of disbursement, or its first rate on record. A
 * program without any rate on record gets the rate for poor households, which is an assumption of the sample.
 */
export function contractRate(code: ProgramCode, disbursedOn: string): number {
  const rates = creditTermsRows.filter(
    ({ programId, annualRatePercent }) => programId === programIdOf(code) && annualRatePercent !== null,
  );
  const inForce = rates.find((terms) => isInForce(terms, disbursedOn));
  return (inForce ?? rates[0])?.annualRatePercent ?? poorHouseholdsRate;
}
