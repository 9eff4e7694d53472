/** Where two JSON values differ, in words. Null: they are equal; the order of an object's fields does not count. */
export function firstDifference(expected: unknown, found: unknown, path = ""): string | null {
  if (!isObject(expected) || !isObject(found) || Array.isArray(expected) !== Array.isArray(found)) {
    return Object.is(expected, found)
      ? null
      : `${path}: expected ${excerpt(expected)}, but got ${excerpt(found)}`;
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const difference = firstDifference(expected[key], found[key], `${path}/${key}`);
    if (difference !== null) return difference;
  }
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const excerpt = (value: unknown): string => (JSON.stringify(value) ?? "nothing").slice(0, 200);
