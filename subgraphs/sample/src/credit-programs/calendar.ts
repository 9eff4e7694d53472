import type { Random } from "../population/random.js";

const dayMs = 86_400_000;

/** The sample's days are a few thousand and are asked for millions of times. */
const texts = new Map<number, string>();

function toDay(timeMs: number): string {
  const known = texts.get(timeMs);
  if (known !== undefined) return known;
  const text = new Date(timeMs).toISOString().slice(0, 10);
  texts.set(timeMs, text);
  return text;
}

export const addDays = (day: string, days: number): string => toDay(Date.parse(day) + days * dayMs);

export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** The same day of a later month, or that month's last day where it has no such day. */
export function addMonths(day: string, months: number): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) + months;
  const lastDate = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return toDay(Date.UTC(year, month - 1, Math.min(Number(day.slice(8)), lastDate)));
}

/** A day between two days, both included. */
export const dayBetween = (random: Random, from: string, to: string): string =>
  addDays(from, random.between(0, daysBetween(from, to)));
