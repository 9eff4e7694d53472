/** The standard level, or the base pay, of a day. */
interface Level {
  /** Dong. */
  readonly monthlyAmount: number;
  /** Multiples are rounded to so many dong. Absent: to whole dong. */
  readonly roundedTo?: number;
}

/** Coefficients and shares have at most five decimals. They are made whole first: 1.005 × 1,000 is 1,004.9999…. */
const parts = 100_000;

/**
 * So many times a level, in dong, rounded half up to a multiple of `roundedTo`. Every amount that follows a level is
 * made here.
 */
export function multipleOfLevel(times: number, { monthlyAmount, roundedTo = 1 }: Level): number {
  return Math.round((Math.round(times * parts) * monthlyAmount) / (parts * roundedTo)) * roundedTo;
}
