import { toExamples } from "./example.js";

/** What the editor begins with. */
export interface AskedOperation {
  readonly query: string;
  /** As JSON. */
  readonly variables: string;
}

/**
 * The stored operation that a link names: `#operation=NAME&variables=JSON`. It is put into the editor, and nothing runs it.
 * Undefined: the link names none.
 */
export function readAsked(fragment: string, documents: readonly string[]): AskedOperation | undefined {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const name = given.get("operation") ?? "";
  if (!/^\w+$/.test(name)) return undefined;
  const example = toExamples(documents).find((known) => known.name === name);
  const query = example?.document ?? `# This gateway has no stored operation ${name}.\n`;
  return { query, variables: example ? (given.get("variables") ?? "") : "" };
}
