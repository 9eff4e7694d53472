import type { Completion, FieldStep, Selection } from "./program.js";

/**
 * Compiles what makes an object of the response, with all its keys. Most fields are columns: leaves that are properties
 * of the source. Their values are put in at once. `left` gets the steps of those that are promises, methods or errors.
 */
export function compileObject(steps: readonly FieldStep[]): Selection["make"] {
  const read = steps.map(readerOf);
  const properties = steps.map(({ key, field: { name } }, index) => {
    const value = `(value = read[${index}](source[${JSON.stringify(name)}]))`;
    const filled = `${value} === undefined ? (left.push(steps[${index}]), null) : value`;
    return `${JSON.stringify(key)}: ${read[index] ? filled : "null"}`;
  });
  const body = `return (source, left) => { let value; return { ${properties.join(", ")} }; };`;
  return new Function("read", "steps", body)(read, steps) as Selection["make"];
}

/** Whether the value is put in when the object is made. */
export const isPutIn = (step: FieldStep): boolean => readerOf(step) !== null;

/** What a client gets for the value of a column. Undefined: it needs more than to be read. Null: it is no column. */
function readerOf({ resolve, completion }: FieldStep): ((value: unknown) => unknown) | null {
  return resolve || completion.kind !== "leaf" ? null : leafReader(completion);
}

function leafReader({
  serialize,
  isNonNull,
}: Extract<Completion, { readonly kind: "leaf" }>): (value: unknown) => unknown {
  return (value) => {
    if (value === null || value === undefined) return isNonNull ? undefined : null;
    if (typeof value === "object" || typeof value === "function") return undefined;
    try {
      return serialize(value);
    } catch {
      return undefined;
    }
  };
}
