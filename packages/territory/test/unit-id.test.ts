import { codeOfUnit, isUnitCode, unitIdOf } from "@an-sinh/territory/unit-id";
import { expect, test } from "vitest";

test.each([
  ["24", "2025-07-01", "24@2025-07-01"],
  ["24", null, "24@0"],
  ["08560", "2025-07-01", "08560@2025-07-01"],
])("the unit with code %s and first day %s has the id %s", (code, validFrom, id) => {
  expect(unitIdOf(code, validFrom)).toBe(id);
  expect(codeOfUnit(id)).toBe(code);
});

test("an id is never a code", () => {
  expect(isUnitCode("24")).toBe(true);
  for (const text of [unitIdOf("24", null), unitIdOf("24", "2025-07-01"), "", "24 ", "2a"]) {
    expect(isUnitCode(text)).toBe(false);
  }
});
