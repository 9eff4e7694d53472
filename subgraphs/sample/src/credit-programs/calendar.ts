import type { Random } from "../population/random.js";

const dayMs = 86_400_000;
const toDay = (timeMs: number) => new Date(timeMs).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => toDay(Date.parse(day) + days * dayMs);

export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** The same day of a later month, or that month's last day where it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
}

/** A day between two days, both included. */
export const dayBetween = (random: Random, from: string, to: string): string =>
  addDays(from, random.between(0, daysBetween(from, to)));
