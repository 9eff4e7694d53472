import { checkedPeriod } from "@an-sinh/subgraph-kit/period-args";
import { expect, test } from "vitest";

test.each([
  [2024, 2024],
  [1945, 2100],
])("the years %i to %i are a period", (fromYear, toYear) => {
  expect(checkedPeriod({ fromYear, toYear })).toEqual({ fromYear, toYear });
});

test.each([
  [1944, 2024, "fromYear"],
  [2024, 2101, "toYear"],
  [2025, 2024, "toYear"],
])("the years %i to %i are BAD_USER_INPUT, for the argument %s", (fromYear, toYear, argument) => {
  expect(() => checkedPeriod({ fromYear, toYear })).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(`^${argument}: expected`),
      extensions: { code: "BAD_USER_INPUT", argument },
    }),
  );
});
