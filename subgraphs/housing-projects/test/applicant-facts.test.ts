import type { ClassificationPeriod } from "@an-sinh/housing-projects/external/classification-period.stub";
import type { Household } from "@an-sinh/housing-projects/external/household.stub";
import type { Person } from "@an-sinh/housing-projects/external/person.stub";
import { factsOn } from "@an-sinh/housing-projects/social-housing-eligibility/applicant-facts";
import { judgeCondition } from "@an-sinh/housing-projects/social-housing-eligibility/judge-condition";
import { expect, test } from "vitest";

const on = "2025-06-15";

const member = (
  id: string,
  relationshipToHead: string,
  earliestBirthDate: string | null = "1980-01-01",
): Person => ({
  id,
  relationshipToHead,
  earliestBirthDate,
  isAlive: true,
});

const period = (given: Partial<ClassificationPeriod>): ClassificationPeriod => ({
  class: "POOR",
  since: "2024-12-20",
  until: null,
  review: { monthlyIncomePerPerson: 1_000_000, deprivations: [] },
  ...given,
});

const household = (members: Person[], given: Partial<Household> = {}): Household => ({
  id: "h1",
  isUrban: false,
  isMeritoriousFamily: false,
  classificationHistory: [period({})],
  members,
  ...given,
});

const head = member("head", "HEAD");
const wife = member("wife", "SPOUSE");

test("husband and wife are a couple, whichever of them applies", () => {
  expect(factsOn(household([head, wife]), on).situation).toBe("COUPLE");
  expect(factsOn(household([head, wife]), on, "wife").situation).toBe("COUPLE");
});

test("whose wife has died and who brings up a child is a single parent until it is 18", () => {
  const widower = household([head, { ...wife, isAlive: false }, member("son", "CHILD", "2007-06-15")]);
  expect(factsOn(widower, "2025-06-14").situation).toBe("SINGLE_PARENT");
  expect(factsOn(widower, "2025-06-15").situation).toBe("SINGLE");
});

test("whether a grown child or another relative is married is not on record", () => {
  expect(factsOn(household([head, wife, member("son", "CHILD")]), on, "son").situation).toBeNull();
  expect(factsOn(household([member("aunt", "OTHER")]), on).situation).toBeNull();
});

test("the class of the day counts, the later decision where two overlap", () => {
  const history = [period({ until: "2025-03-31" }), period({ class: "AVERAGE", since: "2025-03-20" })];
  const known = household([head], { classificationHistory: history });
  expect(factsOn(known, "2025-03-19").isPoorOrNearPoor).toBe(true);
  expect(factsOn(known, "2025-03-20").isPoorOrNearPoor).toBe(false);
  expect(factsOn(known, "2024-12-19")).toMatchObject({
    isPoorOrNearPoor: false,
    householdMonthlyIncome: null,
  });
});

test("the income is that of the living members together", () => {
  const members = [head, wife, { ...member("father", "PARENT"), isAlive: false }];
  expect(factsOn(household(members), on).householdMonthlyIncome).toBe(2_000_000);
});

const ceiling = {
  situation: "COUPLE",
  validFrom: "2024-08-01",
  validTo: null,
  monthlyIncome: 1_500_000,
  legalBasis: "Decree",
} as const;

test("an income above the ceiling is not met only where no other adult can have earned it", () => {
  const judge = (members: Person[]) =>
    judgeCondition.INCOME_WITHIN_CEILING({
      group: "WORKER",
      facts: factsOn(household(members), on),
      ceiling,
      allottedOn: null,
    }).status;
  expect(judge([head])).toBe("MET");
  expect(judge([head, wife, member("child", "CHILD", "2020-01-01")])).toBe("NOT_MET");
  expect(judge([head, wife, member("son", "CHILD", null)])).toBe("NOT_KNOWN");
});
