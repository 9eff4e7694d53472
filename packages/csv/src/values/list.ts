import { z } from "zod";
import type { ValueType } from "./value-type.js";

/** Some of a few names, with spaces between them; stored as a number with a bit for each, the first the lowest. */
export function bits(names: readonly string[]): ValueType {
  const known = new Set(names);
  return {
    expected: `some of ${names.join(", ")}, with spaces between them`,
    schema: z
      .string()
      .transform((cell) => cell.split(/\s+/))
      .refine((given) => given.every((name) => known.has(name)))
      .transform((given) => names.reduce((sum, name, bit) => sum + (given.includes(name) ? 2 ** bit : 0), 0)),
    format: (value) => names.filter((_, bit) => (Number(value) & (1 << bit)) !== 0).join(" "),
    isPrefixFree: false,
  };
}

/** Identifiers with spaces between them, in ascending order when written. */
export const ids: ValueType = {
  expected: "identifiers of at most 40 letters, digits and signs, with spaces between them",
  schema: z
    .string()
    .regex(/^[\x21-\x7e]{1,40}(\s+[\x21-\x7e]{1,40})*$/)
    .overwrite((cell) => [...new Set(cell.split(/\s+/))].toSorted().join(" ")),
  format: String,
  isPrefixFree: false,
};
