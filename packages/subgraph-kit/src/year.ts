import { BadUserInputError } from "@an-sinh/server/errors";

const earliestYear = 1945;
const latestYear = 2100;

/** The year itself. Throws BAD_USER_INPUT, naming the argument, for a year that nobody can mean. */
export function checkedYear(year: number, argument = "year"): number {
  if (year >= earliestYear && year <= latestYear) return year;
  throw new BadUserInputError(
    `${argument}: expected a year from ${earliestYear} to ${latestYear}, but got: ${year}.`,
  );
}

export const firstDayOf = (year: number): string => `${year}-01-01`;

/** Statistics of a year are as of this day. */
export const lastDayOf = (year: number): string => `${year}-12-31`;
