import { multipleOfLevel } from "@an-sinh/meritorious-service/standard-level/multiple-of-level";
import { expect, test } from "vitest";

test.each([
  [3, 2_789_000, 8_367_000],
  [0.9, 2_789_000, 2_510_100],
  [0.333, 1_624_500, 540_959],
  [1.005, 1_000, 1_005],
])("%d times the standard level of %d dong is %d dong, rounded to whole dong", (times, level, amount) => {
  expect(multipleOfLevel(times, level)).toBe(amount);
});
