/** The values, or a value that no row has: SQL has no empty list. */
export const orNone = (values: readonly string[]): readonly string[] => (values.length > 0 ? values : [""]);
