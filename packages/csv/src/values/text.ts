import { isStorable, normalizedText } from "@an-sinh/subgraph-kit/text";
import { z } from "zod";
import { findDamage } from "../damage/damaged-text.js";
import { guardFormula, withoutGuard } from "./formula-guard.js";
import type { ValueType } from "./value-type.js";

const opaque = /^[\x21-\x7e]+$/;

/** The apostrophe goes last: what it guards keeps the tab or line feed at its beginning. */
const readText = (cell: string) => withoutGuard(normalizedText(cell.replaceAll(/\r\n?/g, "\n")));

/**
 * Free text in Vietnamese. Stored as `normalizedText` gives it. `maximumLength` counts characters. Damaged text is
 * refused.
 */
export function text(maximumLength: number): ValueType {
  return {
    expected: `text of at most ${maximumLength} characters`,
    schema: z
      .string()
      .overwrite(readText)
      .refine(isStorable)
      .refine((value) => value.length <= maximumLength || [...value].length <= maximumLength)
      .refine((value) => findDamage(value) === undefined),
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
  schema: z.string().overwrite(withoutGuard).max(40).regex(opaque),
  format: (value) => guardFormula(String(value)),
  isPrefixFree: false,
};

/** The id of an administrative unit. A code alone is ambiguous, and is refused. */
export const unitId: ValueType = {
  expected: "the id of an administrative unit, such as 24@2025-07-01, or 24@0 for one older than the records",
  schema: z.string().regex(/^\d{2,5}@(0|[12]\d{3}-\d{2}-\d{2})$/),
  format: String,
  isPrefixFree: true,
};

/** A code of a fixed number of digits. It is text: zeros at the beginning are part of it. */
export function digits(count: number): ValueType {
  return {
    expected: `${count} digits, with the zeros at the beginning`,
    schema: z.string().regex(new RegExp(`^\\d{${count}}$`)),
    format: String,
    isPrefixFree: true,
  };
}

/** A code that matches a pattern. `expected` says the same in words. */
export function code(pattern: RegExp, expected: string): ValueType {
  return { expected, schema: z.string().regex(pattern), format: String, isPrefixFree: false };
}
