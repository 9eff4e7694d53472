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
  const putIn = steps.filter(isPutIn);
  const leaveAll = (left: FieldStep[]) => {
    left.splice(0, left.length, ...putIn);
    return Object.fromEntries(steps.map(({ key }) => [key, null]));
  };
  // Where a property throws, each is read by itself.
  const body = `return (source, left) => {
    let value;
    try {
      return { ${properties.join(", ")} };
    } catch {
      return leaveAll(left);
    }
  };`;
  return new Function("read", "steps", "leaveAll", body)(read, steps, leaveAll) as Selection["make"];
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
