/**
 * A share in percent, to three decimals: 0.56 means 0.56 %. Zero of nothing is 0.
 */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100_000) / 1000;
}
