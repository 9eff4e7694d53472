import {
  addDays,
  addMonths,
  checkedYear,
  daysBetween,
  firstDayOf,
  firstOfNextMonth,
  inForceSql,
  isInForce,
  lastDayOf,
  todayInVietNam,
} from "@an-sinh/subgraph-kit/calendar";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouses } from "../../../test/support/houses.js";

const decree = { validFrom: "2024-08-01", validTo: "2025-10-09" };
const open = { validFrom: "2024-08-01", validTo: null };

/** What holds when, and whether it holds on a day. */
const validities = [
  [decree, "2024-07-31", false],
  [decree, "2024-08-01", true],
  [decree, "2025-10-09", true],
  [decree, "2025-10-10", false],
  [open, "2024-07-31", false],
  [open, "9999-12-31", true],
  [{ validFrom: "2025-01-01", validTo: "2025-01-01" }, "2025-01-01", true],
] as const;

test.each(validities)("that %j is in force on %s is %s", (validity, on, expected) => {
  expect(isInForce(validity, on)).toBe(expected);
});

test("what has no first day has always been in force", () => {
  expect(isInForce({ validFrom: null, validTo: "2025-06-30" }, "1945-09-02")).toBe(true);
  expect(isInForce({ validFrom: null, validTo: "2025-06-30" }, "2025-07-01")).toBe(false);
});

describe.each(dialects)("in SQL on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouses({}, dialect);
  });
  afterAll(() => graph.close());

  test.each(validities)("that %j is in force on %s is %s", async ({ validFrom, validTo }, on, expected) => {
    const [row] = await graph.createContext().statisticsBySql<{ total: unknown }>({
      sql: `SELECT COUNT(*) AS total FROM (SELECT ? AS valid_from, ? AS valid_to) rule WHERE ${inForceSql("rule.valid_from", "rule.valid_to", "?")}`,
      values: [validFrom, validTo, on, on],
    });
    expect(Number(row?.total)).toBe(expected ? 1 : 0);
  });
});

test.each([
  ["2024-01-31", 1, "2024-02-29"],
  ["2025-01-31", 1, "2025-02-28"],
  ["2024-02-29", 12, "2025-02-28"],
  ["2025-03-31", -1, "2025-02-28"],
  ["2025-11-30", 3, "2026-02-28"],
  ["2025-01-15", -13, "2023-12-15"],
  ["2025-07-01", 0, "2025-07-01"],
])("%s and %i months is %s", (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

test("days are added and counted over leap days and years", () => {
  expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  expect(addDays("2025-01-01", -1)).toBe("2024-12-31");
  expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
  expect(daysBetween("2025-01-01", "2024-12-31")).toBe(-1);
});

test("the month after December is January", () => {
  expect(firstOfNextMonth("2025-12-31")).toBe("2026-01-01");
});

test("a year goes from 1 January to 31 December", () => {
  expect([firstDayOf(2025), lastDayOf(2025)]).toEqual(["2025-01-01", "2025-12-31"]);
});

test.each([1945, 2100])("the year %i may be asked for", (year) => {
  expect(checkedYear(year)).toBe(year);
});

test.each([1944, 2101, -1, Number.NaN])("the year %d is BAD_USER_INPUT with the argument's path", (year) => {
  expect(() => checkedYear(year, "filter.approvedYear")).toThrow(
    expect.objectContaining({
      message: `filter.approvedYear: expected a year from 1945 to 2100, but got: ${year}.`,
      extensions: { code: "BAD_USER_INPUT", argument: "filter.approvedYear" },
    }),
  );
});

test("today is the day in Viet Nam, which begins at 17:00 UTC", () => {
  expect(todayInVietNam(new Date("2025-06-30T16:59:59Z"))).toBe("2025-06-30");
  expect(todayInVietNam(new Date("2025-06-30T17:00:00Z"))).toBe("2025-07-01");
});
