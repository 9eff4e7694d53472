/** Placeholders for that many values of a statement: "?, ?, ?" for three. */
export const placeholders = (count: number): string => "?, ".repeat(count).slice(0, -2);
