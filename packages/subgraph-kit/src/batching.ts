import DataLoader from "dataloader";
import type { RequestContext } from "./context.js";

/**
 * How values of one kind are fetched for many keys in one statement. `args` are the field's arguments,
 * the same for the whole batch.
 */
export type BatchFunction<Value, Args> = (
  keys: readonly string[],
  context: RequestContext,
  args: Args,
) => Promise<readonly (Value | Error)[]>;

/** A loader's definition: shared by all requests, instantiated per request by the context. */
export interface LoaderDefinition<Value, Args = void> {
  readonly batch: BatchFunction<Value, Args>;
}

/** Declares a loader. One statement for all keys; the values come back in the order of the keys. */
export function defineLoader<Value, Args = void>(
  batch: BatchFunction<Value, Args>,
): LoaderDefinition<Value, Args> {
  return { batch };
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

/** The loaders of one request: one per definition and set of arguments. */
export class LoaderRegistry {
  readonly #loaders = new Map<unknown, Map<string, unknown>>();

  constructor(private readonly context: RequestContext) {}

  get<Value, Args>(definition: LoaderDefinition<Value, Args>, args: Args): DataLoader<string, Value> {
    const byArgs = this.#loaders.get(definition) ?? new Map<string, unknown>();
    this.#loaders.set(definition, byArgs);
    const key = JSON.stringify(args) ?? "";
    const existing = byArgs.get(key);
    if (existing) return existing as DataLoader<string, Value>;
    const loader = new DataLoader<string, Value>((keys) => definition.batch(keys, this.context, args));
    byArgs.set(key, loader);
    return loader;
  }
}
