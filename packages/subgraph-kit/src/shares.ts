/** A share in percent, to three decimals: 0.56 means 0.56 %. Where the whole is 0, the share is 0. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100_000) / 1000;
}

/** The same of numbers that may be withheld. Null: one of them is. */
export const shareOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null ? null : percent(part, whole);

/** Rounded to three decimals, which shares have: for their differences and averages. */
export const toThousandths = (value: number): number => Math.round(value * 1_000) / 1_000;

/** By how much a number that has three decimals at most is over another. Null: one of them is withheld. */
export const difference = (number: number | null, other: number | null): number | null =>
  number === null || other === null ? null : toThousandths(number - other);
