import type { ApplicantFacts } from "@an-sinh/housing-projects/social-housing-eligibility/applicant-facts";
import {
  judgeCondition,
  type Applicant,
} from "@an-sinh/housing-projects/social-housing-eligibility/judge-condition";
import type { SocialHousingRule } from "@an-sinh/housing-projects/social-housing-eligibility/social-housing-eligibility.enums";
import { expect, test } from "vitest";

const facts: ApplicantFacts = {
  isUrban: false,
  isPoorOrNearPoor: false,
  isMeritorious: false,
  situation: "SINGLE",
  householdMonthlyIncome: 15_000_000,
  hasOtherEarners: false,
  lacksFloorArea: false,
};

const ceiling = {
  situation: "SINGLE",
  validFrom: "2024-08-01",
  validTo: null,
  monthlyIncome: 15_000_000,
  legalBasis: "Decree 100/2024/ND-CP",
} as const;

type Given = Partial<Omit<Applicant, "facts">> & { readonly facts?: Partial<ApplicantFacts> };

const statusOf = (rule: SocialHousingRule, { facts: given, ...applicant }: Given) =>
  judgeCondition[rule]({
    group: "WORKER",
    ceiling,
    allottedOn: null,
    ...applicant,
    facts: { ...facts, ...given },
  }).status;

test.each([
  ["MERITORIOUS_PERSON", { isMeritorious: true }, "MET"],
  ["MERITORIOUS_PERSON", {}, "NOT_MET"],
  ["RURAL_POOR_OR_NEAR_POOR", { isPoorOrNearPoor: true }, "MET"],
  ["RURAL_POOR_OR_NEAR_POOR", { isPoorOrNearPoor: true, isUrban: true }, "NOT_MET"],
  ["RURAL_POOR_OR_NEAR_POOR", {}, "NOT_MET"],
  ["URBAN_POOR_OR_NEAR_POOR", { isPoorOrNearPoor: true, isUrban: true }, "MET"],
  ["URBAN_POOR_OR_NEAR_POOR", { isPoorOrNearPoor: true }, "NOT_MET"],
  ["URBAN_LOW_INCOME", { isUrban: true }, "MET"],
  ["URBAN_LOW_INCOME", {}, "NOT_MET"],
  ["WORKER", {}, "NOT_KNOWN"],
  ["ARMED_FORCES", {}, "NOT_KNOWN"],
  ["PUBLIC_EMPLOYEE", {}, "NOT_KNOWN"],
  ["LAND_RECOVERED", {}, "NOT_KNOWN"],
] as const)("that somebody with the group %s and %j belongs to it is %s", (group, given, status) => {
  expect(statusOf("BELONGS_TO_GROUP", { group, facts: given })).toBe(status);
});

test.each([
  ["at the ceiling", {}, "MET"],
  ["one dong above it", { householdMonthlyIncome: 15_000_001 }, "NOT_MET"],
  [
    "above it, with another earner",
    { householdMonthlyIncome: 15_000_001, hasOtherEarners: true },
    "NOT_KNOWN",
  ],
  ["above it, in no known situation", { householdMonthlyIncome: 15_000_001, situation: null }, "NOT_KNOWN"],
  ["of no review", { householdMonthlyIncome: null }, "NOT_KNOWN"],
] as const)("an income %s", (_, given, status) => {
  expect(statusOf("INCOME_WITHIN_CEILING", { facts: given })).toBe(status);
});

test("an income is not known to be within a ceiling that is not on record", () => {
  expect(statusOf("INCOME_WITHIN_CEILING", { ceiling: null })).toBe("NOT_KNOWN");
});

test("too little floor area proves the need of a house; enough proves nothing", () => {
  expect(statusOf("HOUSING_NEED", { facts: { lacksFloorArea: true } })).toBe("MET");
  expect(statusOf("HOUSING_NEED", {})).toBe("NOT_KNOWN");
});

test("an apartment allotted before fails the condition, and its day is told", () => {
  expect(statusOf("NO_SOCIAL_HOUSING_BEFORE", {})).toBe("MET");
  const applicant = { group: "WORKER", facts, ceiling, allottedOn: "2024-09-30" } as const;
  const finding = judgeCondition.NO_SOCIAL_HOUSING_BEFORE(applicant);
  expect(finding.status).toBe("NOT_MET");
  expect(finding.explanation.EN).toContain("2024-09-30");
  expect(finding.explanation.VI).toContain("30/09/2024");
});

test("military pay is on no register", () => {
  expect(statusOf("MILITARY_PAY_WITHIN_CEILING", {})).toBe("NOT_KNOWN");
});
