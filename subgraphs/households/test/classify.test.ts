import { classify, type ReviewFindings } from "@an-sinh/households/poverty-standard/classify";
import { describe, expect, test } from "vitest";
import { standard } from "./support/rows.js";

const central = standard({});
const findings: ReviewFindings = {
  monthlyIncomePerPerson: 1_500_000,
  isUrban: false,
  deprivationCount: 3,
  decidedOn: "2024-12-05",
  lastPoorOn: null,
};

describe("the class of a household", () => {
  test.each([
    ["POOR", {}],
    ["NEAR_POOR", { deprivationCount: 2 }],
    ["AVERAGE", { monthlyIncomePerPerson: 1_500_001 }],
    ["POOR", { monthlyIncomePerPerson: 2_000_000, isUrban: true }],
    ["AVERAGE", { monthlyIncomePerPerson: 2_250_000 }],
    ["ABOVE_AVERAGE", { monthlyIncomePerPerson: 2_250_001 }],
    ["NEWLY_ESCAPED", { monthlyIncomePerPerson: 2_250_001, lastPoorOn: "2024-12-04" }],
    ["NEWLY_ESCAPED", { monthlyIncomePerPerson: 1_600_000, lastPoorOn: "2021-12-05" }],
    ["AVERAGE", { monthlyIncomePerPerson: 1_600_000, lastPoorOn: "2021-12-04" }],
    ["POOR", { lastPoorOn: "2024-12-04" }],
  ] as const)("is %s for %o", (expected, change) => {
    expect(classify(central, { ...findings, ...change })).toBe(expected);
  });

  test("counts 36 months to the last day of a shorter month", () => {
    const escaped = { ...findings, monthlyIncomePerPerson: 1_600_000, lastPoorOn: "2021-02-28" };
    expect(classify(central, { ...escaped, decidedOn: "2024-02-28" })).toBe("NEWLY_ESCAPED");
    expect(classify(central, { ...escaped, decidedOn: "2024-02-29" })).toBe("AVERAGE");
  });
});

/** Decision 59/2015: poor up to the lower line, and up to the higher one with three deprivations. */
const central2016 = standard({
  ruralPoorLine: 700_000,
  urbanPoorLine: 900_000,
  ruralIncomeLine: 1_000_000,
  urbanIncomeLine: 1_300_000,
});

test.each([
  ["POOR", { monthlyIncomePerPerson: 700_000, deprivationCount: 0 }],
  ["NEAR_POOR", { monthlyIncomePerPerson: 700_001, deprivationCount: 2 }],
  ["POOR", { monthlyIncomePerPerson: 1_000_000, deprivationCount: 3 }],
  ["AVERAGE", { monthlyIncomePerPerson: 1_000_001, deprivationCount: 3 }],
  ["POOR", { monthlyIncomePerPerson: 900_000, deprivationCount: 0, isUrban: true }],
  ["NEAR_POOR", { monthlyIncomePerPerson: 900_001, deprivationCount: 2, isUrban: true }],
] as const)("by a standard with a poor line, the class is %s for %o", (expected, change) => {
  expect(classify(central2016, { ...findings, ...change })).toBe(expected);
});
