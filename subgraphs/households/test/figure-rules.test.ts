import { agrees } from "@an-sinh/households/published-figure/compare-figure";
import type { FigureComparison } from "@an-sinh/households/published-figure/figure-qualifier.entity";
import { spanOf } from "@an-sinh/households/published-figure/figure-span";
import { describe, expect, test } from "vitest";

const rule = (comparison: FigureComparison, tolerancePercent: number | null = null) => ({
  qualifier: "",
  comparison,
  tolerancePercent,
});

describe("a computed value agrees with a published one", () => {
  test.each([
    ["EQUAL", null, 0.43, 0.4299, true],
    ["EQUAL", null, 0.43, 0.436, false],
    ["EQUAL", null, 0, 0, true],
    ["EQUAL", null, 0, 1, false],
    ["EQUAL", null, 9_928, 9_929, false],
    ["MORE_THAN", 10, 524, 525, true],
    ["MORE_THAN", 10, 524, 524, false],
    ["MORE_THAN", 10, 524, 600, false],
    ["WITHIN", 2, 1_000, 1_020, true],
    ["WITHIN", 2, 1_000, 979, false],
    ["WITHIN", 2, 0, 0, true],
    ["AT_LEAST", null, 1.3, 1.3, true],
    ["AT_LEAST", null, 1.3, 9, true],
    ["AT_LEAST", null, 1.3, 1.2, false],
    ["AT_MOST", 5, 953_000, 952_860, true],
    ["AT_MOST", 5, 953_000, 953_001, false],
    ["AT_MOST", 5, 953_000, 900_000, false],
  ] as const)("%s within %s %%: published %d, computed %d: %s", (...row) => {
    const [comparison, tolerance, published, computed, expected] = row;
    expect(agrees(published, computed, rule(comparison, tolerance))).toBe(expected);
  });
});

describe("the years of a figure", () => {
  test.each([
    ["2024", "2024-12-31", { fromYear: 2024, toYear: 2024 }],
    ["2022-2024", "2024-12-31", { fromYear: 2022, toYear: 2024 }],
    ["2021-2030", "2025-12-31", { fromYear: 2021, toYear: 2025 }],
    ["to 2025", "2025-12-31", { fromYear: null, toYear: 2025 }],
    ["2022", "2022-01-01", { fromYear: 2021, toYear: 2021 }],
    ["2021-2025", null, { fromYear: 2021, toYear: 2025 }],
    ["every year", null, null],
  ])("%s at %s", (period, asOf, expected) => {
    expect(spanOf(period, asOf)).toEqual(expected);
  });
});
