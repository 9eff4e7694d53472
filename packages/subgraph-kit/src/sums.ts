import { ClientError } from "@an-sinh/server/errors";

/** A count or a sum as a raw row has it: MySQL's driver gives a text, SQLite's a number. Null: a sum of nothing. */
export type Sum = number | string | null;

/**
 * The number itself. The sum of nothing is 0. A sum beyond 2^53 would not be exact, nor what is computed from it: NaN
 * stands for it, and fails the fields that show it.
 */
export function toNumber(sum: Sum | undefined): number {
  const value = Number(sum ?? 0);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : Number.NaN;
}

/** What fails the field of such a sum, or of a share of it. The client is not at fault. */
export const sumTooLarge = (): ClientError =>
  new ClientError("SUM_TOO_LARGE", "The amount is beyond 2^53 dong, and cannot be told exactly.");

/** The sum of numbers that may be withheld. Null: one of them is. */
export const sumOf = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce((sum, number) => (sum === null || number === null ? null : sum + number), 0);
