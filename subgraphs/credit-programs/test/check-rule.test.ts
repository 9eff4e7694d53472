import { checkRule, type EligibilityFacts } from "@an-sinh/credit-programs/credit-eligibility/check-rule";
import { expect, test } from "vitest";
import { rule, terms } from "./support/rows.js";

const facts: EligibilityFacts = {
  on: "2025-06-01",
  period: { class: "NEAR_POOR", since: "2024-12-20", until: null },
  escape: { since: "2022-12-15", until: null },
  isUrban: false,
  debts: [],
  outstanding: 0,
  terms: terms({}),
};

const outcome = (given: Parameters<typeof rule>[0], known: Partial<EligibilityFacts> = {}) =>
  inEnglish(checkRule(rule(given), { ...facts, ...known }));

/** As a field reads it that is asked for no language. */
const inEnglish = <Outcome extends { explanation: unknown }>(given: Outcome) => ({
  ...given,
  explanation: String(given.explanation),
});

const debt = { programId: "POOR_HOUSEHOLDS", outstanding: 30_000_000 };

test("a program lends on a day for which it has terms", () => {
  expect(outcome({ rule: "PROGRAM_LENDS" })).toEqual({
    met: true,
    explanation: "Terms are on record since 2020-01-01.",
  });
  expect(outcome({ rule: "PROGRAM_LENDS" }, { terms: null })).toEqual({
    met: false,
    explanation: "No terms are on record for 2025-06-01.",
  });
});

test("a household needs one of the classes that the program lends to", () => {
  const classes = { rule: "HOUSEHOLD_CLASS", classes: ["POOR", "NEAR_POOR"] } as const;
  const given = { ...classes, classes: [...classes.classes] };
  expect(outcome(given)).toEqual({
    met: true,
    explanation: "NEAR_POOR since 2024-12-20; the program lends to POOR, NEAR_POOR.",
  });
  expect(outcome({ ...given, classes: ["POOR"] }).met).toBe(false);
  expect(outcome(given, { period: null })).toEqual({
    met: false,
    explanation: "No class on record on 2025-06-01; the program lends to POOR, NEAR_POOR.",
  });
});

test("months since the escape count to their last day", () => {
  const months = { rule: "MONTHS_SINCE_ESCAPE", months: 36 } as const;
  expect(outcome(months, { on: "2025-12-14" }).met).toBe(true);
  expect(outcome(months, { on: "2025-12-15" })).toEqual({
    met: false,
    explanation: "Off the list since 2022-12-15; may borrow for 36 months at most, until 2025-12-14.",
  });
  expect(outcome(months, { escape: null }).met).toBe(false);
});

test("a rural program does not lend in towns", () => {
  expect(outcome({ rule: "RURAL_RESIDENCE" }).met).toBe(true);
  expect(outcome({ rule: "RURAL_RESIDENCE" }, { isUrban: true }).met).toBe(false);
});

test("overdue debt under any program counts", () => {
  const debts = [{ ...debt, programId: "STUDENTS", overdue: 1_500_000 }];
  expect(outcome({ rule: "NO_OVERDUE_DEBT" }, { debts })).toEqual({
    met: false,
    explanation: "1,500,000 dong is overdue.",
  });
  expect(outcome({ rule: "NO_OVERDUE_DEBT" }, { debts: [{ ...debt, overdue: 0 }] }).met).toBe(true);
});

test.each([
  [99_999_999, 100_000_000, true],
  [100_000_000, 100_000_000, false],
  [500_000_000, null, true],
])(
  "%d dong outstanding of at most %d: whether that is below the maximum is %s",
  (outstanding, maximum, met) => {
    const known = { outstanding, terms: terms({ maximumPrincipal: maximum }) };
    expect(outcome({ rule: "BELOW_MAXIMUM" }, known).met).toBe(met);
  },
);

test("what no register holds is neither met nor unmet", () => {
  expect(outcome({ rule: "PROOF_TO_LENDER", proof: "An enrollment is to be shown." })).toEqual({
    met: null,
    explanation: "An enrollment is to be shown.",
  });
});
