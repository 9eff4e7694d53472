import {
  classifyHousehold,
  type DecidedReview,
} from "@an-sinh/households/household-classification/classify-household";
import {
  applicableStandards,
  reportingStandard,
} from "@an-sinh/households/poverty-standard/applicable-standards";
import type { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { describe, expect, test } from "vitest";
import { provincialStandard, standard } from "./support/rows.js";

const threeDeprivations = 0b111;

const found = (decidedOn: string, income: number, given: Partial<DecidedReview> = {}): DecidedReview => ({
  id: decidedOn,
  decidedOn,
  monthlyIncomePerPerson: income,
  deprivations: threeDeprivations,
  class: null,
  lastDayOnRegister: null,
  ...given,
});

/** Standard, class, first and last day of each class; "reported" where the province reports by the standard. */
function classesOf(standards: readonly PovertyStandardEntity[], ...reviews: readonly DecidedReview[]) {
  const applicable = applicableStandards(standards, (provinceId) => provinceId === "01@0");
  const place = {
    householdId: "h1",
    localityId: "here",
    isUrban: false,
    isMinority: false,
    standards: applicable,
  };
  return classifyHousehold(place, reviews).map(({ standardId, class: kind, since, until, isReporting }) =>
    [standardId, kind, since, until ?? "open", ...(isReporting ? ["reported"] : [])].join(" "),
  );
}

const central = [standard({})];
const both = [standard({}), provincialStandard()];

describe("the class under one standard", () => {
  test("lasts from the day of the decision to the day before the next one, in whatever order reviews come", () => {
    expect(classesOf(central, found("2023-12-05", 1_000_000), found("2022-12-08", 2_000_000))).toEqual([
      "central AVERAGE 2022-12-08 2023-12-04 reported",
      "central POOR 2023-12-05 open reported",
    ]);
  });

  test("of a household that left poverty ends 36 months after its last day as poor", () => {
    expect(classesOf(central, found("2022-12-08", 1_000_000), found("2023-12-08", 2_000_000))).toEqual([
      "central POOR 2022-12-08 2023-12-07 reported",
      "central NEWLY_ESCAPED 2023-12-08 2026-12-07 reported",
    ]);
  });

  test("ends on the last day on the register", () => {
    const left = found("2022-12-08", 2_000_000, { lastDayOnRegister: "2023-12-04" });
    expect(classesOf(central, left)).toEqual(["central AVERAGE 2022-12-08 2023-12-04 reported"]);
  });

  test("counts only the deprivations that the standard counts", () => {
    expect(classesOf([standard({ countedDeprivations: 0b011 })], found("2022-12-08", 1_000_000))).toEqual([
      "central NEAR_POOR 2022-12-08 open reported",
    ]);
  });

  test("is none where no standard was in force on the day of the decision", () => {
    expect(classesOf(central, found("2020-12-08", 1_000_000))).toEqual([]);
  });
});

describe("the classes under the central and the province's own standard", () => {
  test("follow from the same findings, and the province reports by its own", () => {
    expect(classesOf(both, found("2022-12-08", 1_800_000))).toEqual([
      "central AVERAGE 2022-12-08 open",
      "own POOR 2022-12-08 open reported",
    ]);
  });

  test("are the one decided on under the standard reported by, and the one found under the other", () => {
    expect(classesOf(both, found("2022-12-08", 1_000_000, { class: "NEAR_POOR" }))).toEqual([
      "central POOR 2022-12-08 open",
      "own NEAR_POOR 2022-12-08 open reported",
    ]);
  });

  test("under an own standard that begins after the decision, lasts from the standard's first day", () => {
    const later = [standard({}), provincialStandard({ validFrom: "2023-01-01" })];
    expect(classesOf(later, found("2022-12-08", 1_000_000))).toEqual([
      "central POOR 2022-12-08 open reported",
      "own POOR 2023-01-01 open",
    ]);
  });

  test("keep apart until when the household was poor under each", () => {
    // Poor under the own standard only, so that it escapes under the own standard only.
    expect(classesOf(both, found("2022-12-08", 1_800_000), found("2023-12-08", 2_100_000))).toEqual([
      "central AVERAGE 2022-12-08 2023-12-07",
      "own POOR 2022-12-08 2023-12-07 reported",
      "central AVERAGE 2023-12-08 2026-12-07",
      "own NEWLY_ESCAPED 2023-12-08 2026-12-07 reported",
    ]);
  });

  test("take over from the central standard who was poor before the own standard began", () => {
    const later = [standard({}), provincialStandard({ validFrom: "2023-06-01" })];
    expect(classesOf(later, found("2021-12-08", 1_000_000), found("2022-12-08", 2_100_000)).slice(1)).toEqual(
      ["central NEWLY_ESCAPED 2022-12-08 2025-12-07 reported", "own NEWLY_ESCAPED 2023-06-01 2025-12-07"],
    );
  });
});

describe("a review held in advance under a standard that is not in force yet", () => {
  const before = standard({ id: "before", validFrom: "2016-01-01", validTo: "2021-12-31" });
  const after = standard({ id: "after", validFrom: "2022-01-01", reviewedFrom: "2021-09-01" });

  test("counts from the standard's first day, and the class before lasts until then", () => {
    const reviews = [found("2020-12-10", 1_000_000), found("2021-12-09", 1_000_000), found("2022-12-08", 1)];
    expect(classesOf([before, after], ...reviews)).toEqual([
      "before POOR 2020-12-10 2021-12-31 reported",
      "after POOR 2022-01-01 2022-12-07 reported",
      "after POOR 2022-12-08 open reported",
    ]);
  });

  test("counts only if no later one replaces it before that day", () => {
    expect(classesOf([after], found("2021-10-15", 1_000_000), found("2021-12-09", 2_000_000))).toEqual([
      "after AVERAGE 2022-01-01 open reported",
    ]);
  });

  test("leaves the class under the province's own standard as it is, until the next decision", () => {
    const own = provincialStandard({ validFrom: "2020-01-01" });
    const reviews = [found("2020-12-10", 1_800_000), found("2021-12-09", 1_800_000)];
    expect(classesOf([before, after, own], ...reviews)).toEqual([
      "before AVERAGE 2020-12-10 2021-12-31",
      "own POOR 2020-12-10 2021-12-08 reported",
      "after AVERAGE 2022-01-01 open",
      "own POOR 2021-12-09 open reported",
    ]);
  });
});

test.each([
  ["2021-03-14", null],
  ["2021-12-31", "central"],
  ["2022-01-01", "own"],
  ["2026-12-31", "own"],
  ["2027-01-01", "central"],
])("on %s a province with a standard of its own for 2022 to 2026 reports by %s", (on, id) => {
  const all = [standard({}), provincialStandard({ validTo: "2026-12-31" })];
  const applicable = applicableStandards(all, (provinceId) => provinceId === "01@0");
  expect(reportingStandard(applicable, on)?.id ?? null).toBe(id);
});

test("a standard of another province does not apply", () => {
  const applicable = applicableStandards(both, (provinceId) => provinceId === "22@0");
  expect(applicable).toEqual({ central, own: [] });
});
