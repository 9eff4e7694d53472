import { expect, test } from "vitest";
import { hideNumbers } from "../src/hide-numbers.js";

test.each([
  ["Duplicate entry '001180000001' for key", "Duplicate entry '[number]' for key"],
  ["cannot represent a non string value: 24180001234", "cannot represent a non string value: [number]"],
  ["001180000001,001180000002", "[number],[number]"],
  ["number:001180000001", "number:[number]"],
  ["a request id such as a001180000001 stays", "a request id such as a001180000001 stays"],
  ["at most 9007199254740991", "at most 9007199254740991"],
])("%s", (text, shown) => {
  expect(hideNumbers(text)).toBe(shown);
});
