import { BadUserInputError } from "@an-sinh/kit/errors";

const earliestYear = 1945;
const latestYear = 2100;

/** The year itself. Throws BAD_USER_INPUT for a year that nobody can mean. */
export function checkedYear(year: number): number {
  if (year >= earliestYear && year <= latestYear) return year;
  throw new BadUserInputError(
    `year: expected a year from ${earliestYear} to ${latestYear}, but got: ${year}.`,
  );
}
