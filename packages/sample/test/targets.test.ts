import { targetRows } from "@an-sinh/sample/households/programs/targets";
import { readPublishedFigures } from "@an-sinh/sample/households/published-figures";
import { expect, test } from "vitest";

test("a target is what a unit published, or says that it is a sample value", () => {
  const published = new Set(readPublishedFigures().map(({ unitId, value }) => `${unitId} ${value}`));
  const madeUp = targetRows(1).filter(({ unitId, planned }) => !published.has(`${unitId} ${planned}`));
  expect(madeUp.length).toBeGreaterThan(0);
  expect(madeUp.filter(({ legalBasis }) => !legalBasis.includes("sample value"))).toEqual([]);
});
