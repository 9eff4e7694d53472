/**
 * A number of a JSON text that is another one after `JSON.parse`, such as 9007199254740993 or 1e400. `toJsonText`
 * writes it as it was. Whatever else wants a number gets the nearest one.
 */
export class ExactNumber {
  /** How often `toJSON` was called. */
  static roundings = 0;

  constructor(readonly text: string) {}

  valueOf(): number {
    return Number(this.text);
  }

  toJSON(): number {
    ExactNumber.roundings += 1;
    return Number(this.text);
  }
}

/** A longer number is kept as it was, which is always right. */
const maxComparedLength = 40;

/** Whether a JSON number is still the same decimal number after `JSON.parse`. */
export function survivesParsing(text: string): boolean {
  const value = Number(text);
  if (text.length > maxComparedLength || !Number.isFinite(value)) return false;
  const [sent, parsed] = [toDecimal(text), toDecimal(String(value))];
  return sent.digits === parsed.digits && sent.exponent === parsed.exponent;
}

/** A number without its sign, as its digits from the first to the last that is not 0, and the last one's power of ten. */
function toDecimal(text: string): { readonly digits: string; readonly exponent: number } {
  const [mantissa = "", power = "0"] = text.replace(/^-/, "").split(/e/i);
  const [whole = "", fraction = ""] = mantissa.split(".");
  const significant = (whole + fraction).replace(/^0+/, "");
  const digits = significant.replace(/0+$/, "");
  const exponent = Number(power) - fraction.length + (significant.length - digits.length);
  return { digits, exponent: digits === "" ? 0 : exponent };
}
