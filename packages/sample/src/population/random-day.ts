import { addDays, daysBetween } from "@an-sinh/subgraph-kit/calendar";
import type { Random } from "./random.js";

/** A day, YYYY-MM-DD. Months and days of the month count from 1. */
export const toDay = (year: number, month: number, dayOfMonth: number): string =>
  `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;

const twoDigits = (value: number) => String(value).padStart(2, "0");

/** A day between two days, both included. */
export const dayBetween = (random: Random, first: string, last: string): string =>
  addDays(first, random.between(0, Math.max(0, daysBetween(first, last))));

/** A day in one of some months of a year, not after the 28th: every month has it. */
export function dayInMonths(random: Random, year: number, firstMonth: number, lastMonth: number): string {
  const month = random.between(firstMonth, lastMonth);
  return toDay(year, month, random.between(1, 28));
}
