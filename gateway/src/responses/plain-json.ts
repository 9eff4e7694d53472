/**
 * Returns what `JSON.parse(JSON.stringify(value))` would return, without writing the text.
 *
 * graphql-js makes the objects of a response without a prototype. Nobody else uses them, so they are changed in
 * place. All other objects are values of scalars. They may be shared or frozen, so they are copied.
 */
export function toPlainJson(value: unknown): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "object")
    return typeof value === "string" || typeof value === "boolean" ? value : null;
  if (value === null) return null;
  if (Array.isArray(value)) return value.map(toPlainJson);
  if (hasToJson(value)) return toPlainJson(value.toJSON());
  const isUnshared = Object.getPrototypeOf(value) === null && !Object.isFrozen(value);
  return copyInto(isUnshared ? (value as Record<string, unknown>) : {}, value);
}

function copyInto(target: Record<string, unknown>, source: object): Record<string, unknown> {
  for (const [key, value] of Object.entries(source)) {
    if (value === undefined) continue;
    const plain = toPlainJson(value);
    if (target[key] !== plain || !Object.hasOwn(target, key)) define(target, key, plain);
  }
  return target;
}

/** An assignment to `__proto__` would change the prototype. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
  target[key] = value;
}

function hasToJson(value: object): value is { toJSON(): unknown } {
  return "toJSON" in value && typeof value.toJSON === "function";
}
