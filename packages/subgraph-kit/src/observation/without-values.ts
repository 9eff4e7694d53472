const longestText = 4_000;

/** A text in quotes, or a number that is no part of a name. */
const value = /'(?:[^']|'')*'|(?<![\w."`])\d+(?:\.\d+)?(?![\w"`])/g;

/** A statement without its values. Those that are bound are `?`, and numbers are part of its text: see sql-template.ts. */
export const withoutValues = (sql: string): string =>
  sql.replace(value, "?").replace(/\s+/g, " ").trim().slice(0, longestText);
