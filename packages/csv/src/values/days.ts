import { z } from "zod";
import type { ValueType } from "./value-type.js";

const pattern = /^(1[89]|2[01])\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A day that exists in the calendar, stored as YYYY-MM-DD. */
export const day: ValueType = {
  expected: "a day as YYYY-MM-DD, from 1800 to 2199",
  schema: z
    .string()
    .regex(pattern)
    .refine((value) => Number(value.slice(8)) <= 28 || isInCalendar(value)),
  format: String,
  isPrefixFree: true,
};

/** A month, stored as its first day. */
export const month: ValueType = {
  expected: "a month as YYYY-MM, from 1800 to 2199",
  schema: z
    .string()
    .overwrite((cell) => `${cell}-01`)
    .regex(pattern),
  format: (value) => String(value).slice(0, 7),
  isPrefixFree: true,
};

function isInCalendar(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
