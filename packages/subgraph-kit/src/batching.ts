import type { RequestContext } from "./context.js";

/**
 * Fetches the values of many keys in one statement, in the order of the keys. `args` are the field's arguments:
 * the same for all keys of the batch.
 */
export type BatchFunction<Key, Value, Args> = (
  keys: readonly Key[],
  context: RequestContext,
  args: Args,
) => Promise<readonly (Value | Error)[]>;

/** A loader as it is declared. All requests share the declaration; each request has loaders of its own. */
export interface LoaderDefinition<Value, Args = void, Key = string> {
  readonly batch: BatchFunction<Key, Value, Args>;
  readonly cacheKey: ((key: Key) => string) | undefined;
}

/** Declares a loader whose keys are texts. */
export function defineLoader<Value, Args = void>(
  batch: BatchFunction<string, Value, Args>,
): LoaderDefinition<Value, Args>;
/** Declares a loader whose keys are objects. Keys with the same `cacheKey` are one key. */
export function defineLoader<Key extends object, Value, Args = void>(
  batch: BatchFunction<Key, Value, Args>,
  cacheKey: (key: Key) => string,
): LoaderDefinition<Value, Args, Key>;
export function defineLoader<Key, Value, Args>(
  batch: BatchFunction<Key, Value, Args>,
  cacheKey?: (key: Key) => string,
): LoaderDefinition<Value, Args, Key> {
  return { batch, cacheKey };
}

/**
 * Declares how to read a small catalog, such as the levels that decrees have set: `read` gives all its rows, and runs
 * once in a request, however often the catalog is asked for.
 */
export function defineCatalog<Row>(
  read: (context: RequestContext) => Promise<readonly Row[]>,
): (context: RequestContext) => Promise<readonly Row[]> {
  const whole = defineLoader(async (keys, context) => {
    const rows = await read(context);
    return keys.map(() => rows);
  });
  return (context) => context.load(whole, "whole");
}

/** The values in the order of the keys; null where a key has none. */
export function indexByKey<Value>(
  keys: readonly string[],
  values: readonly Value[],
  keyOf: (value: Value) => string,
): (Value | null)[] {
  const byKey = new Map(values.map((value) => [keyOf(value), value]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** The lists of values in the order of the keys; an empty list where a key has none. */
export function groupByKey<Value>(
  keys: readonly string[],
  values: readonly Value[],
  keyOf: (value: Value) => string,
): Value[][] {
  const byKey = new Map<string, Value[]>(keys.map((key) => [key, []]));
  for (const value of values) byKey.get(keyOf(value))?.push(value);
  return keys.map((key) => byKey.get(key) ?? []);
}
