/** A share in percent, to three decimals: 0.56 means 0.56 %. Where the whole is 0, the share is 0. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100_000) / 1000;
}

/** Rounded to three decimals, which shares have: for their differences and averages. */
export const toThousandths = (value: number): number => Math.round(value * 1_000) / 1_000;
