import type { BirthDatePrecision } from "./person.enums.js";

/** When somebody was born, as far as it is known. Both are null: not known at all. */
export interface BirthDate {
  /** The day, YYYY-MM-DD. */
  readonly birthDate: string | null;
  /** Where the day is not known: the month, YYYY-MM, or only the year, YYYY. */
  readonly partialBirthDate: string | null;
}

/** From YYYY-MM-DD, YYYY-MM or YYYY. */
export function toBirthDate(known: string | null): BirthDate {
  const isDay = known?.length === "YYYY-MM-DD".length;
  return { birthDate: isDay ? known : null, partialBirthDate: isDay ? null : known };
}

/** YYYY-MM-DD, YYYY-MM or YYYY. */
export const knownBirthDate = ({ birthDate, partialBirthDate }: BirthDate): string | null =>
  birthDate ?? partialBirthDate;

export function birthYear(person: BirthDate): number | null {
  const known = knownBirthDate(person);
  return known === null ? null : Number(known.slice(0, 4));
}

/** From 1. Null: only the year is known, or nothing. */
export function birthMonth(person: BirthDate): number | null {
  return Number(knownBirthDate(person)?.slice(5, 7)) || null;
}

/** The first day on which the person can have been born. */
export function earliestBirthDate(person: BirthDate): string | null {
  const known = knownBirthDate(person);
  return known === null ? null : known + "-01-01".slice(known.length - "YYYY".length);
}

/** The last day on which the person can have been born. */
export function latestBirthDate(person: BirthDate): string | null {
  const known = knownBirthDate(person);
  if (known === null || known.length === "YYYY-MM-DD".length) return known;
  const month = known.length === "YYYY".length ? `${known}-12` : known;
  const lastDate = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return `${month}-${lastDate}`;
}

/** Null: nothing is known. */
export function birthDatePrecision(person: BirthDate): BirthDatePrecision | null {
  if (birthYear(person) === null) return null;
  if (person.birthDate !== null) return "DAY";
  return birthMonth(person) === null ? "YEAR" : "MONTH";
}
