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
