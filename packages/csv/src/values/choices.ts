import { z } from "zod";
import type { ValueType } from "./value-type.js";

/** One of the keys of `values`, stored as it is. */
export function choice(values: Readonly<Record<string, string>>): ValueType {
  const names = Object.keys(values);
  return {
    expected: `one of ${names.join(", ")}`,
    schema: z.enum(names),
    format: String,
    isPrefixFree: !names.some((name) => names.some((other) => other !== name && other.startsWith(name))),
  };
}

/** Stored as true or false. */
export const yesNo: ValueType = {
  expected: "yes or no",
  schema: z
    .string()
    .toLowerCase()
    .pipe(z.enum(["yes", "no"]))
    .transform((value) => value === "yes"),
  format: (value) => (value === true ? "yes" : "no"),
  isPrefixFree: true,
};
