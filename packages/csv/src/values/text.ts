import { isStorable, normalizedText } from "@an-sinh/subgraph-kit/text";
import { findDamage } from "../damage/damaged-text.js";
import { guardFormula, withoutGuard } from "@an-sinh/server/formula-guard";
import type { ValueType } from "./value-type.js";

const opaque = /^[\x21-\x7e]+$/;

/** The apostrophe goes last: what it guards keeps the tab or line feed at its beginning. */
const readText = (cell: string) =>
  withoutGuard(normalizedText(cell.includes("\r") ? cell.replaceAll(/\r\n?/g, "\n") : cell));

const readMatching = (pattern: RegExp) => (cell: string) => (pattern.test(cell) ? cell : undefined);

/**
 * Free text in Vietnamese. Stored as `normalizedText` gives it. `maximumLength` counts characters. Damaged text is
 * refused.
 */
export function text(maximumLength: number): ValueType {
  return {
    expected: `text of at most ${maximumLength} characters`,
    read: (cell) => {
      const value = readText(cell);
      const isShort = value.length <= maximumLength || [...value].length <= maximumLength;
      return isShort && isStorable(value) && findDamage(value) === undefined ? value : undefined;
    },
    explain: (cell) => {
      const damage = findDamage(readText(cell));
      return damage && `text in Unicode, but ${damage}: convert it`;
    },
    format: (value) => guardFormula(String(value)),
    isPrefixFree: false,
  };
}

/** An opaque identifier of the registers. */
export const id: ValueType = {
  expected: "an identifier of 1 to 40 letters, digits and signs, without spaces",
  read: (cell) => {
    const value = withoutGuard(cell);
    return value.length <= 40 && opaque.test(value) ? value : undefined;
  },
  format: (value) => guardFormula(String(value)),
  isPrefixFree: false,
};

/** The id of an administrative unit. A code alone is ambiguous, and is refused. */
export const unitId: ValueType = {
  expected: "the id of an administrative unit, such as 24@2025-07-01, or 24@0 for one older than the records",
  read: readMatching(/^\d{2,5}@(0|[12]\d{3}-\d{2}-\d{2})$/),
  format: String,
  isPrefixFree: true,
};

/** A code of a fixed number of digits. It is text: zeros at the beginning are part of it. */
export function digits(count: number): ValueType {
  return {
    expected: `${count} digits, with the zeros at the beginning`,
    read: readMatching(new RegExp(`^\\d{${count}}$`)),
    format: String,
    isPrefixFree: true,
  };
}

/** A code that matches a pattern. `expected` says the same in words. */
export function code(pattern: RegExp, expected: string): ValueType {
  return { expected, read: readMatching(pattern), format: String, isPrefixFree: false };
}
