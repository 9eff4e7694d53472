import type { KeyLoader } from "../loaders/key-loader.js";
import { Loading } from "../loaders/loading.js";
import { FoundEntity } from "./entities.js";
import type { Container } from "./place.js";
import type { Completion } from "./program.js";

/** In place of a value that could not be resolved. */
export class Failure {
  constructor(readonly error: unknown) {}
}

/**
 * Puts what promises among the values, and in the lists among them, become in their place. What loaders give stays there
 * and is loaded, with one promise for each loader. Returns whether there is anything to wait for. `onSettled` is called
 * then, once all have become something.
 */
export function settleAll(values: unknown[], completion: Completion, onSettled: () => void): boolean {
  const settling = new Settling(onSettled);
  settling.list(values, completion);
  return settling.load();
}

class Settling {
  #pending = 0;
  #loadings = new Map<KeyLoader<unknown, unknown>, Loading<unknown>[]>();

  constructor(private readonly onSettled: () => void) {}

  list(values: unknown[], of: Completion): void {
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      if (typeof value === "object" && value !== null)
        this.#settle(values as unknown as Container, index, value, of);
    }
  }

  /** Loads what was found. Returns whether anything is waited for. */
  load(): boolean {
    const loadings = this.#loadings;
    this.#loadings = new Map();
    for (const [loader, list] of loadings) {
      this.#pending += 1;
      loader.loadAll(list).then(() => this.#arrived());
    }
    return this.#pending > 0;
  }

  #settle(holder: Container, key: string | number, value: object, of: Completion): void {
    if (value instanceof Loading) {
      if (!value.isLoaded) this.#add(value);
    } else if (value instanceof FoundEntity) {
      if (typeof value.value === "object" && value.value !== null)
        this.#settle(value as unknown as Container, "value", value.value, of);
    } else if (isThenable(value)) {
      this.#pending += 1;
      value.then(
        (settled) => this.#arrive(holder, key, settled, of),
        (error: unknown) => this.#arrive(holder, key, new Failure(error), of),
      );
    } else if (of.kind === "list" && isIterable(value)) {
      const items = itemsOf(value);
      holder[key] = items;
      if (Array.isArray(items)) this.list(items, of.item);
    }
  }

  #add(loading: Loading<unknown>): void {
    const known = this.#loadings.get(loading.loader);
    if (known) known.push(loading);
    else this.#loadings.set(loading.loader, [loading]);
  }

  #arrive(holder: Container, key: string | number, value: unknown, of: Completion): void {
    holder[key] = value;
    if (typeof value === "object" && value !== null) this.#settle(holder, key, value, of);
    this.load();
    this.#arrived();
  }

  #arrived(): void {
    this.#pending -= 1;
    if (this.#pending === 0) this.onSettled();
  }
}

const isThenable = (value: object): value is PromiseLike<unknown> =>
  "then" in value && typeof value.then === "function";

const isIterable = (value: object): value is Iterable<unknown> => Symbol.iterator in value;

/** A list of our own. A failure where reading them throws. */
function itemsOf(list: Iterable<unknown>): unknown[] | Failure {
  try {
    return [...list];
  } catch (error) {
    return new Failure(error);
  }
}
