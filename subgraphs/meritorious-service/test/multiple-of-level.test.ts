import { multipleOfLevel } from "@an-sinh/meritorious-service/standard-level/multiple-of-level";
import { expect, test } from "vitest";

test.each([
  [3, 2_789_000, 1_000, 8_367_000],
  [0.9, 2_789_000, 1_000, 2_510_000],
  [1.8, 2_789_000, 1_000, 5_020_000],
  [0.333, 1_624_500, 1_000, 541_000],
  [0.5, 2_789_000, 1_000, 1_395_000],
  [1.005, 1_000, 1, 1_005],
  [0.9, 1_624_000, 1, 1_461_600],
  [0.333, 1_624_500, 1, 540_959],
])("%d times %d dong, rounded half up to %d dong, is %d dong", (times, monthlyAmount, roundedTo, amount) => {
  expect(multipleOfLevel(times, { monthlyAmount, roundedTo })).toBe(amount);
});

test("a share of the base pay is in whole dong", () => {
  expect(multipleOfLevel(0.045, { monthlyAmount: 2_530_000 })).toBe(113_850);
});
