import type { EligibilityRuleEntity } from "@an-sinh/credit-programs/credit-eligibility/eligibility-rule.entity";
import { creditProgramRows, programIdOf, type ProgramCode } from "./credit-programs.js";
import { recordsBegin } from "./credit-terms.js";

type Details = Pick<EligibilityRuleEntity, "rule" | "legalBasis"> & Partial<EligibilityRuleEntity>;

const toRule = (programId: string, details: Details): EligibilityRuleEntity => ({
  programId,
  validFrom: recordsBegin,
  validTo: null,
  classes: null,
  months: null,
  proof: null,
  ...details,
});

const rulesOf = (code: ProgramCode, rules: readonly Details[]) =>
  rules.map((rule) => toRule(programIdOf(code), rule));

/** The source of this rule was not read, and its legal basis says so. */
const noOverdueDebt: Details = {
  rule: "NO_OVERDUE_DEBT",
  legalBasis: "Lending rules of the policy bank (a sample value)",
};
const belowMaximum = (legalBasis: string): Details => ({ rule: "BELOW_MAXIMUM", legalBasis });

/** The conditions for borrowing. Where the source was not read, the legal basis says that it is a sample value. */
export const eligibilityRuleRows: readonly EligibilityRuleEntity[] = [
  ...creditProgramRows
    .filter(({ lenderKind }) => lenderKind === "POLICY_BANK")
    .map(({ id, legalBasis }) => toRule(id, { rule: "PROGRAM_LENDS", legalBasis })),
  ...rulesOf("POOR_HOUSEHOLDS", [
    { rule: "HOUSEHOLD_CLASS", classes: ["POOR"], legalBasis: "Decree 78/2002/ND-CP" },
    noOverdueDebt,
    belowMaximum("Decree 78/2002/ND-CP"),
  ]),
  ...rulesOf("NEAR_POOR_HOUSEHOLDS", [
    { rule: "HOUSEHOLD_CLASS", classes: ["NEAR_POOR"], legalBasis: "Decision 15/2013/QD-TTg" },
    noOverdueDebt,
    belowMaximum("Decision 15/2013/QD-TTg"),
  ]),
  ...rulesOf("NEWLY_ESCAPED_HOUSEHOLDS", [
    { rule: "HOUSEHOLD_CLASS", classes: ["NEWLY_ESCAPED"], legalBasis: "Decision 28/2015/QD-TTg" },
    { rule: "MONTHS_SINCE_ESCAPE", months: 36, legalBasis: "Decision 28/2015/QD-TTg" },
    noOverdueDebt,
    belowMaximum("Decision 28/2015/QD-TTg"),
  ]),
  ...rulesOf("DISADVANTAGED_STUDENTS", [
    {
      rule: "HOUSEHOLD_CLASS",
      classes: ["POOR", "NEAR_POOR", "AVERAGE"],
      legalBasis: "Decision 157/2007/QD-TTg (the classes are a sample value)",
    },
    {
      rule: "PROOF_TO_LENDER",
      proof: "That a member is enrolled as a student is to be shown to the lender.",
      legalBasis: "Decision 157/2007/QD-TTg",
    },
  ]),
  ...rulesOf("CLEAN_WATER_AND_SANITATION", [
    { rule: "RURAL_RESIDENCE", legalBasis: "Decision 10/2024/QD-TTg" },
    belowMaximum("Decision 10/2024/QD-TTg"),
  ]),
  ...rulesOf("JOB_CREATION", [
    noOverdueDebt,
    belowMaximum("Decree 74/2019/ND-CP"),
    {
      rule: "PROOF_TO_LENDER",
      proof: "A plan that creates or keeps a job is to be shown to the lender.",
      legalBasis: "Decree 74/2019/ND-CP (what is shown is a sample value)",
    },
  ]),
  ...rulesOf("SOCIAL_HOUSING_PURCHASE", [
    {
      rule: "PROOF_TO_LENDER",
      proof:
        "That a member may buy social housing is for the housing department to judge: see socialHousingEligibility.",
      legalBasis: "Decree 261/2025/ND-CP",
    },
  ]),
];
