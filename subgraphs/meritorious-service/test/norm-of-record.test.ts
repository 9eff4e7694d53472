import type { CareNormEntity } from "@an-sinh/meritorious-service/care-norm/care-norm.entity";
import { findNormOfRecord } from "@an-sinh/meritorious-service/care-norm/norm-of-record";
import { expect, test } from "vitest";

const norm = (given: Partial<CareNormEntity>): CareNormEntity => ({
  kind: "GIFT_TET",
  validFrom: "2024-01-01",
  validTo: null,
  position: 1,
  categoryIds: null,
  minimumInjuryRatePercent: null,
  multipleOf: null,
  coefficient: null,
  fixedAmount: 600_000,
  legalBasis: "Decision",
  ...given,
});

const norms = [
  norm({ position: 3, fixedAmount: 300_000 }),
  norm({ categoryIds: ["mother"] }),
  norm({ position: 2, categoryIds: ["invalid"], minimumInjuryRatePercent: 81 }),
];

test.each([
  ["mother", null, 600_000],
  ["invalid", 81, 600_000],
  ["invalid", 80, 300_000],
  ["invalid", null, 300_000],
  ["helper", 95, 300_000],
])("of a %s with an injury rate of %j the gift is worth %d dong", (categoryId, injuryRatePercent, amount) => {
  expect(findNormOfRecord(norms, { categoryId, injuryRatePercent })?.fixedAmount).toBe(amount);
});

test("whoever no norm is for has none", () => {
  const others = norms.filter(({ categoryIds }) => categoryIds !== null);
  expect(findNormOfRecord(others, { categoryId: "helper", injuryRatePercent: null })).toBeNull();
});
