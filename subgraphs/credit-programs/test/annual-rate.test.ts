import { annualRateOn } from "@an-sinh/credit-programs/credit-program/annual-rate";
import type { CreditTermsEntity } from "@an-sinh/credit-programs/credit-program/credit-terms.entity";
import { expect, test } from "vitest";
import { terms } from "./support/rows.js";

const follows = (
  programId: string,
  rateBaseProgramId: string,
  percentOfBaseRate: number,
): CreditTermsEntity => terms({ programId, annualRatePercent: null, rateBaseProgramId, percentOfBaseRate });

const jobs = follows("JOBS", "NEAR_POOR", 100);
const all = [
  terms({ programId: "POOR", validTo: "2025-12-31", annualRatePercent: 6.6 }),
  terms({ programId: "POOR", validFrom: "2026-01-01", validTo: "2026-06-30", annualRatePercent: 6 }),
  follows("NEAR_POOR", "POOR", 120),
  jobs,
];

test.each([
  ["2025-12-31", 7.92],
  ["2026-01-01", 7.2],
  ["2026-07-01", null],
])("a rate follows that of another program, which may follow a third: on %s it is %j", (on, rate) => {
  expect(annualRateOn(jobs, on, all)).toBe(rate);
});

test("a rate that follows another has three decimals", () => {
  expect(annualRateOn(follows("JOBS", "POOR", 127), "2025-12-31", all)).toBe(8.382);
});

test("programs that follow one another in a circle have no rate", () => {
  const circle = [follows("A", "B", 100), follows("B", "A", 100)];
  expect(annualRateOn(follows("A", "B", 100), "2025-12-31", circle)).toBeNull();
});
