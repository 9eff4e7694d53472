/** The values, each once, or a value that no row has: SQL has no empty list, and takes only so many values. */
export const orNone = (values: readonly string[]): readonly string[] =>
  values.length > 0 ? [...new Set(values)] : [""];
