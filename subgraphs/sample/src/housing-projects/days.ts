import type { Random } from "../population/random.js";

const millisecondsPerDay = 86_400_000;

/** A day from `first` to `last`, both included. */
export function dayBetween(random: Random, first: string, last: string): string {
  const start = Date.parse(first);
  const days = Math.round((Date.parse(last) - start) / millisecondsPerDay);
  return toDay(start + random.between(0, Math.max(0, days)) * millisecondsPerDay);
}

/** The day that many days later; earlier for a negative number. */
export const daysAfter = (day: string, days: number): string =>
  toDay(Date.parse(day) + days * millisecondsPerDay);

/** The earlier of two days. */
export const earlier = (a: string, b: string): string => (a < b ? a : b);

/** The later of two days. */
export const later = (a: string, b: string): string => (a > b ? a : b);

export const yearOf = (day: string): number => Number(day.slice(0, 4));

const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
