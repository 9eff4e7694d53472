import { UsageError } from "./usage-error.js";

interface Range {
  readonly from: number;
  readonly to?: number;
  /** Whether it may have decimals. Default: false. */
  readonly isDecimal?: boolean;
}

/** The number that an option gives. Throws `UsageError` where it is none, or is outside the range. */
export function readNumber(
  option: string,
  text: unknown,
  { from, to = Infinity, isDecimal = false }: Range,
): number {
  const number = String(text).trim() === "" ? NaN : Number(text);
  const isRight = isDecimal ? Number.isFinite(number) : Number.isSafeInteger(number);
  if (isRight && number >= from && number <= to) return number;
  const range = to === Infinity ? `from ${from} up` : `from ${from} to ${to}`;
  const kind = isDecimal ? "a number" : "a whole number";
  throw new UsageError(`--${option}: expected ${kind} ${range}, but got: ${String(text)}`);
}
