import { apportion } from "@an-sinh/sample/population/apportion";
import { describe, expect, test } from "vitest";

describe("apportionment", () => {
  test("gives away exactly the whole, by the largest remainders", () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(3, [0, 0.5, 0, 2.5])).toEqual([0, 1, 0, 2]);
    expect(apportion(0, [])).toEqual([]);
  });

  test("refuses what cannot be split", () => {
    expect(() => apportion(1, [0, 0])).toThrow("Expected weights that add up to more than 0");
    expect(() => apportion(1.5, [1])).toThrow("Expected a whole number to split, but got: 1.5");
  });
});
