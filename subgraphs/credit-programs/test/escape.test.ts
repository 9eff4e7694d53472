import { findEscape, lastDayToBorrow } from "@an-sinh/credit-programs/credit-eligibility/escape";
import type { ClassificationPeriod } from "@an-sinh/credit-programs/external/classification-period.stub";
import { describe, expect, test } from "vitest";

const period = (
  householdClass: ClassificationPeriod["class"],
  since: string,
  until: string | null,
): ClassificationPeriod => ({ class: householdClass, since, until });

const history = [
  period("POOR", "2019-12-15", "2021-12-14"),
  period("NEWLY_ESCAPED", "2021-12-15", "2022-12-11"),
  period("NEWLY_ESCAPED", "2022-12-12", "2023-12-09"),
  period("NEAR_POOR", "2023-12-10", "2024-12-08"),
  period("NEWLY_ESCAPED", "2024-12-09", null),
];

describe("the escape from poverty", () => {
  test.each([
    ["2021-12-14", null],
    ["2021-12-15", { since: "2021-12-15", until: "2022-12-11" }],
    ["2022-12-12", { since: "2021-12-15", until: "2023-12-09" }],
    ["2024-06-01", { since: "2021-12-15", until: "2023-12-09" }],
    ["2024-12-09", { since: "2024-12-09", until: null }],
  ])("known on %s is %j: the latest, from the first of the reviews that confirmed it", (on, escape) => {
    expect(findEscape(history, on)).toEqual(escape);
  });

  test("is none for a household that never was on the list", () => {
    expect(findEscape([period("AVERAGE", "2021-12-15", null)], "2025-01-01")).toBeNull();
    expect(findEscape([], "2025-01-01")).toBeNull();
  });
});

describe("the last day to borrow as newly escaped", () => {
  test.each([
    ["2021-12-15", "2024-12-14"],
    ["2022-01-01", "2024-12-31"],
    ["2020-02-29", "2023-02-27"],
  ])("is the day before 36 months are over: from %s to %s", (since, lastDay) => {
    expect(lastDayToBorrow({ since, until: null }, 36)).toBe(lastDay);
  });

  test("is the last day of the class where a review ended it earlier", () => {
    const since = "2021-12-15";
    expect(lastDayToBorrow({ since, until: "2023-12-09" }, 36)).toBe("2023-12-09");
    expect(lastDayToBorrow({ since, until: "2025-12-09" }, 36)).toBe("2024-12-14");
  });
});
