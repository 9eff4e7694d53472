/** An allowance in whole dong a month: the coefficient times the standard level, rounded to the nearest dong. */
export function monthlyAmount(coefficient: number, standardLevel: number): number {
  // Coefficients have three decimals: whole thousandths first, or 1.005 × 1,000 would be 1,004.9999….
  return Math.round((Math.round(coefficient * 1000) * standardLevel) / 1000);
}
