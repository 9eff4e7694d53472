import { day, month, partialDay } from "@an-sinh/csv/values/days";
import { expect, test } from "vitest";

test.each([
  ["2025-07-01", "2025-07-01"],
  ["2024-02-29", "2024-02-29"],
  ["2025-7-1", "2025-07-01"],
  ["2025/07/01", "2025-07-01"],
  ["2025-07-01 00:00:00", "2025-07-01"],
  ["2025-07-01T00:00:00.000Z", "2025-07-01"],
  ["31/12/2025", "2025-12-31"],
  ["12/31/2025", "2025-12-31"],
  ["31.12.2025", "2025-12-31"],
  ["5/5/2025", "2025-05-05"],
])("the day %s is %s", (cell, read) => {
  expect(day.read(cell)).toBe(read);
});

test.each([
  "1/2/2025",
  "01-02-2025",
  "2025-02-29",
  "31/12/25",
  "1.1.80",
  "2025-07/01",
  "2025-07-01 08:30:00",
  "45839",
  "31/13/2025",
  "1799-12-31",
  "2025-07",
])("%s is no day, or may be one of two", (cell) => {
  expect(day.read(cell)).toBeUndefined();
});

test.each([
  ["1980", "1980"],
  ["1980-05", "1980-05"],
  ["1980/5", "1980-05"],
  ["5/1980", "1980-05"],
  ["1980-05-17", "1980-05-17"],
  ["17/05/1980", "1980-05-17"],
])("the partial day %s is %s", (cell, read) => {
  expect(partialDay.read(cell)).toBe(read);
});

test.each(["80", "1980-13", "13/1980", "5/4/1980", "19800517", "1980-"])("%s is no partial day", (cell) => {
  expect(partialDay.read(cell)).toBeUndefined();
});

test.each([
  ["2025-07", "2025-07-01"],
  ["2025-7", "2025-07-01"],
])("the month %s begins on %s", (cell, read) => {
  expect(month.read(cell)).toBe(read);
});
