import type { CreditProgramEntity } from "@an-sinh/credit-programs/credit-program/credit-program.entity";

const programIds = {
  POOR_HOUSEHOLDS: "CP-01",
  NEAR_POOR_HOUSEHOLDS: "CP-02",
  NEWLY_ESCAPED_HOUSEHOLDS: "CP-03",
  DISADVANTAGED_STUDENTS: "CP-04",
  CLEAN_WATER_AND_SANITATION: "CP-05",
  JOB_CREATION: "CP-06",
  SOCIAL_HOUSING_PURCHASE: "CP-07",
  SOCIAL_HOUSING_PACKAGE: "CP-08",
} as const;

export type ProgramCode = keyof typeof programIds;

export const programIdOf = (code: ProgramCode): string => programIds[code];

const policy = (code: ProgramCode, name: string, legalBasis: string): CreditProgramEntity => ({
  id: programIds[code],
  code,
  name,
  lenderKind: "POLICY_BANK",
  legalBasis,
});

/** The programs, with their legal bases. */
export const creditProgramRows: readonly CreditProgramEntity[] = [
  policy("POOR_HOUSEHOLDS", "Loans to poor households", "Decree 78/2002/ND-CP"),
  policy("NEAR_POOR_HOUSEHOLDS", "Loans to near-poor households", "Decision 15/2013/QD-TTg"),
  policy(
    "NEWLY_ESCAPED_HOUSEHOLDS",
    "Loans to households newly escaped from poverty",
    "Decision 28/2015/QD-TTg",
  ),
  policy(
    "DISADVANTAGED_STUDENTS",
    "Loans to students in difficult circumstances",
    "Decision 157/2007/QD-TTg",
  ),
  policy(
    "CLEAN_WATER_AND_SANITATION",
    "Loans for clean water and rural sanitation",
    "Decision 18/2014/QD-TTg; since 2024-09-02 Decision 10/2024/QD-TTg",
  ),
  policy(
    "JOB_CREATION",
    "Loans for job creation",
    "Decree 74/2019/ND-CP; since 2026-01-01 Decree 338/2025/ND-CP",
  ),
  policy(
    "SOCIAL_HOUSING_PURCHASE",
    "Loans to buy social housing",
    "Decree 100/2024/ND-CP, amended by Decree 261/2025/ND-CP",
  ),
  {
    id: programIds.SOCIAL_HOUSING_PACKAGE,
    code: "SOCIAL_HOUSING_PACKAGE",
    name: "Credit package of commercial banks for social housing",
    lenderKind: "COMMERCIAL_BANK",
    legalBasis: "Resolution 33/NQ-CP",
  },
];
