import type { ValueType } from "./value-type.js";

const readNumber = (pattern: RegExp, minimum: number, maximum: number) => (cell: string) => {
  if (!pattern.test(cell)) return undefined;
  const value = Number(cell);
  return value >= minimum && value <= maximum ? value : undefined;
};

/** A whole number. It has no sign between thousands: in Viet Nam that is the point, elsewhere the comma. */
export function integer(minimum: number, maximum: number): ValueType {
  return {
    expected: `a whole number from ${minimum} to ${maximum}, digits only`,
    read: readNumber(/^(0|-?[1-9]\d{0,15})$/, minimum, maximum),
    format: String,
    isPrefixFree: false,
  };
}

/** No amount of one row is larger. Nine hundred of them are still a sum that a number in JSON has exactly. */
const mostDong = 10_000_000_000_000;

/** An amount of money in whole dong, of one person, household, loan or program. */
export const dong: ValueType = {
  ...integer(0, mostDong),
  expected: `whole dong up to ${mostDong}, digits only`,
};

/** A number with a point before its decimals. */
export function decimal(decimals: number, minimum: number, maximum: number): ValueType {
  return {
    expected: `a number from ${minimum} to ${maximum} with at most ${decimals} decimals after a point`,
    read: readNumber(new RegExp(`^-?\\d{1,15}(\\.\\d{1,${decimals}})?$`), minimum, maximum),
    format: String,
    isPrefixFree: false,
  };
}
