/** The values by key, in the order in which the keys first appear. (`Map.groupBy` is not in Node 20.) */
export function groupBy<Key, Value>(
  values: readonly Value[],
  keyOf: (value: Value) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** The values by key, without those that share theirs with another. */
export function uniqueBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): Map<string, Value> {
  const groups = [...groupBy(values, keyOf)];
  return new Map(
    groups.flatMap(([key, [value, ...others]]) => (value && others.length === 0 ? [[key, value]] : [])),
  );
}
