/** Placeholders for that many values of a statement: "?, ?, ?" for three. */
export const placeholders = (count: number): string => Array.from({ length: count }, () => "?").join(", ");
