import { isDay } from "@an-sinh/subgraph-kit/calendar";
import type { ValueType } from "./value-type.js";

const years = /^(1[89]|2[01])/;

/** Year, month and day as spreadsheets write them, with a time of midnight or without. */
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]0?0:00(?::00(?:\.0+)?)?Z?)?$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/**
 * The day that a cell means, as YYYY-MM-DD. Null: none, or it may be one of two. Where the year stands last, day and
 * month are told apart only by a day after the 12th, or where they are equal.
 */
function readDay(cell: string): string | null {
  const [, year = "", , month = "", date = ""] = yearFirst.exec(cell) ?? daysFirst(cell) ?? [];
  const day = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return years.test(day) && isDay(day) ? day : null;
}

/** As a match of `yearFirst`. */
function daysFirst(cell: string): readonly string[] | null {
  const [, first = "", sign = "", second = "", year = ""] = yearLast.exec(cell) ?? [];
  if (Number(first) > 12 || Number(first) === Number(second)) return ["", year, sign, second, first];
  return Number(second) > 12 ? ["", year, sign, first, second] : null;
}

const exact = /^(?:1[89]|2[01])\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** A day that exists in the calendar, stored as YYYY-MM-DD. */
export const day: ValueType = {
  expected: "a day as YYYY-MM-DD, from 1800 to 2199",
  // Most cells are as an export writes them: that is quickly seen.
  read: (cell) => (exact.test(cell) ? cell : (readDay(cell) ?? undefined)),
  format: String,
  isPrefixFree: true,
};

/** A month, stored as its first day. */
export const month: ValueType = {
  expected: "a month as YYYY-MM, from 1800 to 2199",
  read: (cell) => readDay(`${cell}-01`) ?? undefined,
  format: (value) => String(value).slice(0, 7),
  isPrefixFree: true,
};

const monthFirst = /^(\d{1,2})[-/.](\d{4})$/;

/** A day, or only its month or year where no more is known. Stored as YYYY-MM-DD, YYYY-MM or YYYY. */
export const partialDay: ValueType = {
  expected: "a day as YYYY-MM-DD or, where no more is known, YYYY-MM or YYYY, from 1800 to 2199",
  read: (cell) => (exact.test(cell) ? cell : (readPartialDay(cell) ?? undefined)),
  format: String,
  isPrefixFree: false,
};

function readPartialDay(cell: string): string | null {
  const [, monthOfYear = "", year = ""] = monthFirst.exec(cell) ?? [];
  const written = year === "" ? cell : `${year}-${monthOfYear}`;
  const parts = written.split(/[-/.]/);
  if (parts.length === 1) return readDay(`${written}-01-01`)?.slice(0, 4) ?? null;
  if (parts.length === 2) return readDay(`${parts.join("-")}-01`)?.slice(0, 7) ?? null;
  return readDay(written);
}
