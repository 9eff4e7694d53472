/** In the place of the first day in the id of a unit that is older than the records. */
const olderThanRecords = "0";

/**
 * The id of an administrative unit: its code and its first day, such as "24@2025-07-01", or "24@0" for a unit that
 * is older than the records. An id is never a code: a code alone is ambiguous, because units that closed have left
 * theirs to others.
 */
export const unitIdOf = (code: string, validFrom: string | null): string =>
  `${code}@${validFrom ?? olderThanRecords}`;

/** The code in a unit's id. */
export const codeOfUnit = (unitId: string): string => unitId.slice(0, unitId.indexOf("@"));

/** Whether a text is written like a unit's code: digits only. */
export const isUnitCode = (text: string): boolean => /^\d+$/.test(text);
