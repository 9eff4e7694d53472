import DataLoader from "dataloader";
import { batches } from "../batches.js";
import { Loading } from "./loading.js";

/** Fetches the values of many keys, in their order. */
type Fetch<Key, Value> = (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;

/**
 * At most so many keys go into one statement. SQLite binds at most 32,766 values a statement and MySQL 65,535;
 * a key of our loaders binds at most six.
 */
const maximumBatchSize = 5_000;

/** A loader of one request: each key is fetched once, together with all that are asked for in the same tick. */
export class KeyLoader<Key, Value> {
  readonly #known = new Map<unknown, Loading<Value, Key>>();
  /** The key of a DataLoader is a list of ours: so a whole level has one promise, and not one for each key. */
  readonly #lists = new DataLoader<readonly Loading<Value, Key>[], null>((lists) => this.#loadLists(lists), {
    cache: false,
  });

  constructor(
    private readonly fetch: Fetch<Key, Value>,
    private readonly cacheKey?: (key: Key) => unknown,
  ) {}

  /** The same for the same key. Nothing is fetched before it is awaited or given to `loadAll`. */
  get(key: Key): Loading<Value, Key> {
    if (key === undefined || key === null) return this.#without(key);
    const id = this.cacheKey ? this.cacheKey(key) : key;
    const known = this.#known.get(id);
    if (known) return known;
    const loading = new Loading<Value, Key>(this, key);
    this.#known.set(id, loading);
    return loading;
  }

  /** Resolves when all are loaded. Never rejects: a key that fails has an error. */
  async loadAll(loadings: readonly Loading<Value, Key>[]): Promise<void> {
    await this.#lists.load(loadings);
  }

  async #loadLists(lists: readonly (readonly Loading<Value, Key>[])[]): Promise<null[]> {
    const fresh: Loading<Value, Key>[] = [];
    const underWay = new Set<Promise<void>>();
    for (const list of lists)
      for (const loading of list) {
        if (loading.batch) underWay.add(loading.batch);
        else if (!loading.isAsked) fresh.push(loading);
        loading.isAsked = true;
      }
    if (fresh.length > 0) underWay.add(this.#load(fresh));
    await Promise.all(underWay);
    return lists.map(() => null);
  }

  #load(fresh: readonly Loading<Value, Key>[]): Promise<void> {
    const loaded = this.#loadInTurn(fresh);
    for (const loading of fresh) loading.batch = loaded;
    return loaded;
  }

  /**
   * One statement after the other: a request holds one connection. Where one fails, its keys and those that are left
   * have the same error, which is reported once.
   */
  async #loadInTurn(fresh: readonly Loading<Value, Key>[]): Promise<void> {
    let failure: Error | undefined;
    for (const batch of batches(fresh, maximumBatchSize)) {
      const found = failure ?? (await this.#fetched(batch.map(({ key }) => key)));
      if (found instanceof Error) failure = found;
      for (const [index, loading] of batch.entries())
        loading.accept(found instanceof Error ? found : (found[index] as Value | Error));
    }
  }

  /** A key that somebody left out fails: that there is nothing for it would be a wrong answer. */
  #without(key: Key): Loading<Value, Key> {
    const loading = new Loading<Value, Key>(this, key);
    loading.isAsked = true;
    loading.accept(new Error(`Expected a key, but got: ${String(key)}.`));
    return loading;
  }

  /** An error where the statement fails. */
  async #fetched(keys: readonly Key[]): Promise<readonly (Value | Error)[] | Error> {
    try {
      const values = await this.fetch(keys);
      if (values.length === keys.length) return values;
      throw new Error(`Expected ${keys.length} values, one for each key, but got: ${values.length}.`);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
