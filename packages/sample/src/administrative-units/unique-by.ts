import { groupBy } from "@an-sinh/subgraph-kit/group-by";

/** The values by key. A key that several values have is left out. */
export function uniqueBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): Map<string, Value> {
  const groups = [...groupBy(values, keyOf)];
  return new Map(
    groups.flatMap(([key, [value, ...others]]) => (value && others.length === 0 ? [[key, value]] : [])),
  );
}
