import { yearRunsOf } from "@an-sinh/subgraph-kit/totals/year-runs";
import * as fc from "fast-check";
import { expect, test } from "vitest";

const year = fc.integer({ min: 1, max: 12 });
const years = fc
  .record({ from: year, length: fc.integer({ min: 0, max: 4 }), isOpen: fc.boolean() })
  .map(({ from, length, isOpen }) => ({ from, to: isOpen ? null : from + length }));

test("a subject has one first run in a period in which it has a year, and none in others", () => {
  fc.assert(
    fc.property(fc.array(years, { maxLength: 6 }), year, year, (ofSubject, one, other) => {
      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      const isThere = ofSubject.some(({ from, to }) => from <= last && (to === null || to >= first));
      const firstRuns = yearRunsOf(ofSubject).filter(
        ({ fromYear, toYear, previousToYear }) =>
          fromYear <= last && toYear >= first && previousToYear < first,
      );
      expect(firstRuns).toHaveLength(isThere ? 1 : 0);
    }),
  );
});
