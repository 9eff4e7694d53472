/** A coefficient times the standard level, both per month: whole dong, rounded to the nearest. */
export function multipleOfLevel(coefficient: number, standardLevel: number): number {
  // Coefficients have three decimals. Whole thousandths come first, because 1.005 × 1,000 is 1,004.9999….
  return Math.round((Math.round(coefficient * 1000) * standardLevel) / 1000);
}
