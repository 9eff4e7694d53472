import type { Completion } from "./program.js";

/** In place of a value that could not be resolved. */
export class Failure {
  constructor(readonly error: unknown) {}
}

/**
 * Puts what promises among the values, and in the lists among them, become in their place. Returns whether there are any.
 * `onSettled` is called then, once all have become something.
 */
export function settleAll(values: unknown[], completion: Completion, onSettled: () => void): boolean {
  let pending = 0;
  const settle = (list: unknown[], index: number, value: unknown, of: Completion): void => {
    list[index] = value;
    if (value instanceof Promise || isThenable(value)) {
      pending += 1;
      value.then(
        (settled) => arrive(list, index, settled, of),
        (error: unknown) => arrive(list, index, new Failure(error), of),
      );
    } else if (of.kind === "list" && isIterable(value)) {
      const items = itemsOf(value);
      list[index] = items;
      if (Array.isArray(items)) items.forEach((item, at) => settle(items, at, item, of.item));
    }
  };
  const arrive = (list: unknown[], index: number, value: unknown, of: Completion): void => {
    settle(list, index, value, of);
    pending -= 1;
    if (pending === 0) onSettled();
  };
  values.forEach((value, index) => settle(values, index, value, completion));
  return pending > 0;
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.iterator in value;

/** A failure where reading them throws. */
function itemsOf(list: Iterable<unknown>): unknown[] | Failure {
  try {
    return [...list];
  } catch (error) {
    return new Failure(error);
  }
}
