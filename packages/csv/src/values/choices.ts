import type { ValueType } from "./value-type.js";

/** One of the keys of `values`, stored as it is. */
export function choice(values: Readonly<Record<string, string>>): ValueType {
  const names = Object.keys(values);
  const known = new Set(names);
  return {
    expected: `one of ${names.join(", ")}`,
    read: (cell) => (known.has(cell) ? cell : undefined),
    format: String,
    isPrefixFree: !names.some((name) => names.some((other) => other !== name && other.startsWith(name))),
  };
}

/** Stored as true or false. */
export const yesNo: ValueType = {
  expected: "yes or no",
  read: (cell) => {
    const word = cell.toLowerCase();
    return word === "yes" || word === "no" ? word === "yes" : undefined;
  },
  format: (value) => (value === true ? "yes" : "no"),
  isPrefixFree: true,
};
