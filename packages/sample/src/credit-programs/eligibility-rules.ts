import type { EligibilityRuleEntity } from "@an-sinh/credit-programs/credit-eligibility/eligibility-rule.entity";
import type { CreditEligibilityRule } from "@an-sinh/credit-programs/credit-eligibility/eligibility-rule.enums";
import type { CreditTermsEntity } from "@an-sinh/credit-programs/credit-program/credit-terms.entity";
import type { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import { addDays } from "@an-sinh/subgraph-kit/calendar";
import { programIdOf, type ProgramCode } from "./credit-programs.js";
import { creditTermsRows, recordsBegin } from "./credit-terms.js";

/** A rule of a program. Unless it says otherwise, it is in force as long as its terms are, and by the same legal act. */
interface Rule extends Partial<EligibilityRuleEntity> {
  readonly rule: CreditEligibilityRule;
  /** What the legal act was not read for. Undefined: nothing. */
  readonly sampleValue?: string;
}

/** The source of this rule was not read, and its legal basis says so. */
const noOverdueDebt: Rule = {
  rule: "NO_OVERDUE_DEBT",
  legalBasis: "Lending rules of the policy bank (a sample value)",
};

/** The classes that a program for students lends to. The sample decides them. */
export const classesOfStudents: HouseholdClass[] = ["POOR", "NEAR_POOR", "AVERAGE"];

/** The conditions for borrowing beside those that follow from the terms. Commercial banks have none on record. */
const rulesByProgram: Readonly<Partial<Record<ProgramCode, readonly Rule[]>>> = {
  POOR_HOUSEHOLDS: [{ rule: "HOUSEHOLD_CLASS", classes: ["POOR"] }, noOverdueDebt],
  NEAR_POOR_HOUSEHOLDS: [{ rule: "HOUSEHOLD_CLASS", classes: ["NEAR_POOR"] }, noOverdueDebt],
  NEWLY_ESCAPED_HOUSEHOLDS: [
    { rule: "HOUSEHOLD_CLASS", classes: ["NEWLY_ESCAPED"] },
    { rule: "MONTHS_SINCE_ESCAPE", months: 36 },
    noOverdueDebt,
  ],
  DISADVANTAGED_STUDENTS: [
    { rule: "HOUSEHOLD_CLASS", classes: classesOfStudents, sampleValue: "the classes are a sample value" },
    {
      rule: "PROOF_TO_LENDER",
      proof: "That a member is enrolled as a student is to be shown to the lender.",
    },
  ],
  CLEAN_WATER_AND_SANITATION: [{ rule: "RURAL_RESIDENCE" }],
  JOB_CREATION: [
    noOverdueDebt,
    {
      rule: "PROOF_TO_LENDER",
      proof: "A plan that creates or keeps a job is to be shown to the lender.",
      sampleValue: "what is shown is a sample value",
    },
  ],
  SOCIAL_HOUSING_PURCHASE: [
    {
      rule: "PROOF_TO_LENDER",
      proof:
        "That a member may buy social housing is for the housing department to judge: see socialHousingEligibility.",
    },
  ],
};

/** The conditions for borrowing. Where the source was not read, the legal basis says that it is a sample value. */
export const eligibilityRuleRows: readonly EligibilityRuleEntity[] = Object.entries(rulesByProgram).flatMap(
  ([code, rules]) => {
    const periods = periodsOf(code as ProgramCode);
    return [...beforeTheFirst(periods), ...periods.flatMap((terms) => rulesUnder(terms, rules))];
  },
);

function periodsOf(code: ProgramCode): CreditTermsEntity[] {
  const programId = programIdOf(code);
  return creditTermsRows.filter((terms) => terms.programId === programId);
}

/** While no terms are on record, the one rule says so. */
function beforeTheFirst([first]: readonly CreditTermsEntity[]): EligibilityRuleEntity[] {
  if (!first || first.validFrom === recordsBegin) return [];
  const until = { validFrom: recordsBegin, validTo: addDays(first.validFrom, -1) };
  return [toRow({ ...first, ...until }, { rule: "PROGRAM_LENDS" })];
}

function rulesUnder(terms: CreditTermsEntity, rules: readonly Rule[]): EligibilityRuleEntity[] {
  const followsFromTerms: Rule[] = [{ rule: "PROGRAM_LENDS" }];
  if (terms.maximumPrincipal !== null) followsFromTerms.push({ rule: "BELOW_MAXIMUM" });
  return [...followsFromTerms, ...rules].map((rule) => toRow(terms, rule));
}

function toRow(
  { programId, validFrom, validTo, legalBasis }: CreditTermsEntity,
  { sampleValue, ...rule }: Rule,
): EligibilityRuleEntity {
  return {
    programId,
    validFrom,
    validTo,
    classes: null,
    months: null,
    proof: null,
    legalBasis: sampleValue ? `${legalBasis} (${sampleValue})` : legalBasis,
    ...rule,
  };
}
