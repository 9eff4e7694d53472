import { unitId } from "./text.js";
import type { ValueType } from "./value-type.js";

/** Some of the names, with spaces between them. Stored as a number: the first name is the lowest bit. */
export function bits(names: readonly string[]): ValueType {
  const bitOf = new Map(names.map((name, bit) => [name, bit]));
  return {
    expected: `some of ${names.join(", ")}, with spaces between them`,
    read: (cell) => {
      const given = new Set(cell.split(/\s+/));
      for (const name of given) if (!bitOf.has(name)) return undefined;
      return [...given].reduce((sum, name) => sum + 2 ** (bitOf.get(name) ?? 0), 0);
    },
    format: (value) => names.filter((_, bit) => (Number(value) & (1 << bit)) !== 0).join(" "),
    isPrefixFree: false,
  };
}

/** Ids of administrative units with spaces between them, in ascending order when written. */
export const unitIds: ValueType = {
  expected: "ids of administrative units, such as 24@2025-07-01 or 24@0, with spaces between them",
  read: (cell) => {
    const given = [...new Set(cell.split(/\s+/))].toSorted();
    return given.every((id) => unitId.read(id) !== undefined) ? given.join(" ") : undefined;
  },
  format: String,
  isPrefixFree: false,
};
