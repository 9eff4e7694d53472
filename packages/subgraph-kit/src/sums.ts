/** A count or a sum as a raw row has it: MySQL's driver gives a text, SQLite's a number. Null: a sum of nothing. */
export type Sum = number | string | null;

/** The number itself. The sum of nothing is 0. */
export const toNumber = (sum: Sum | undefined): number => Number(sum ?? 0);
