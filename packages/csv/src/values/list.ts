import { z } from "zod";
import { unitId } from "./text.js";
import type { ValueType } from "./value-type.js";

/** Some of the names, with spaces between them. Stored as a number: the first name is the lowest bit. */
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

/** Ids of administrative units with spaces between them, in ascending order when written. */
export const unitIds: ValueType = {
  expected: "ids of administrative units, such as 24@2025-07-01 or 24@0, with spaces between them",
  schema: z
    .string()
    .transform((cell) => [...new Set(cell.split(/\s+/))].toSorted())
    .refine((given) => given.every((id) => unitId.schema.safeParse(id).success))
    .transform((given) => given.join(" ")),
  format: String,
  isPrefixFree: false,
};
