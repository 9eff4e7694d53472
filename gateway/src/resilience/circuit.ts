import type { CallLimits } from "./call-limits.js";
import { FetchFailedError } from "../responses/fetch-failure.js";
import type { SubgraphState } from "./subgraph-state.js";

/** A failure after which it is likely that the next call fails, too. */
export class SubgraphDownError extends FetchFailedError {}

/** A call was not begun, because it would most likely fail. */
export class NotAskedError extends Error {}

/** Lets all calls of a subgraph through while it is likely to answer, else one at a time, until one is answered. */
export class Circuit {
  readonly #limits: CallLimits;
  readonly #onChange: (isClosed: boolean) => void;
  #failuresInRow = 0;
  #answers = 0;
  #since = Date.now();
  /** When the next call is let through, by `performance.now()`. Undefined: all are. */
  #nextTryAt: number | undefined;
  #triesUnderWay = 0;

  constructor(limits: CallLimits, onChange: (isClosed: boolean) => void) {
    this.#limits = limits;
    this.#onChange = onChange;
  }

  get state(): SubgraphState["state"] {
    if (this.#nextTryAt === undefined) return "closed";
    return this.#triesUnderWay > 0 ? "half-open" : "open";
  }

  /** Since when it is closed, or is not, by `Date.now()`. */
  get since(): number {
    return this.#since;
  }

  /** Rejects with `NotAskedError` where the call is not begun. */
  async run<Result>(call: () => Promise<Result>): Promise<Result> {
    const isTry = this.#nextTryAt !== undefined;
    if (isTry) this.#beginTry();
    const answersBefore = this.#answers;
    try {
      return await call();
    } catch (error) {
      // A subgraph that answered another call meanwhile is not down.
      if (error instanceof SubgraphDownError && this.#answers === answersBefore) this.#failed();
      throw error;
    } finally {
      if (isTry) this.#triesUnderWay -= 1;
    }
  }

  /** A response has arrived, also of a call that began long ago: the subgraph is asked again at once. */
  answered(): void {
    this.#answers += 1;
    this.#failuresInRow = 0;
    if (this.#nextTryAt !== undefined) this.#change(undefined);
  }

  /** A call that hangs must not hold up the next one, so the pause counts from its beginning. */
  #beginTry(): void {
    const now = performance.now();
    if (now < (this.#nextTryAt ?? 0)) throw new NotAskedError();
    this.#nextTryAt = now + this.#limits.pauseMs;
    this.#triesUnderWay += 1;
  }

  #failed(): void {
    this.#failuresInRow += 1;
    if (this.#nextTryAt !== undefined || this.#failuresInRow < this.#limits.failuresToOpen) return;
    this.#change(performance.now() + this.#limits.pauseMs);
  }

  #change(nextTryAt: number | undefined): void {
    this.#nextTryAt = nextTryAt;
    this.#since = Date.now();
    this.#onChange(nextTryAt === undefined);
  }
}
