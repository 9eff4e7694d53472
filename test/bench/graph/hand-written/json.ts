import type { Row } from "./tables.js";

/** The JSON of a value. Null is `null`. */
export const json = (value: Row[string] | undefined): string => JSON.stringify(value ?? null);

/** The JSON of a code or a day, which need no escapes. Null is `null`. */
export const plain = (value: Row[string] | undefined): string => (value === null ? "null" : `"${value}"`);

/** The JSON of a list of rows. */
export function list<Item>(items: readonly Item[] | undefined, write: (item: Item) => string): string {
  let text = "[";
  for (const item of items ?? []) text += text === "[" ? write(item) : `,${write(item)}`;
  return `${text}]`;
}
