import { ExchangeError } from "./exchange-error.js";

/** No call can be taken: too many wait already. */
export class SlotsFullError extends Error {}

type Begin = () => void;

/** Lets a number of calls run at the same time, and a bounded number wait, the first one first. */
export class CallSlots {
  #free: number;
  /** In the order in which they came. */
  readonly #waiting = new Set<Begin>();

  constructor(
    free: number,
    private readonly mostWaiting: number,
  ) {
    this.#free = free;
  }

  /** Whether the caller has a slot now. It must `release` it. */
  tryTake(): boolean {
    if (this.#free === 0) return false;
    this.#free -= 1;
    return true;
  }

  /** Resolves when the caller has a slot. Rejects with `ExchangeError` where it leaves or waits too long. */
  wait(signal: AbortSignal, timeoutMs: number): Promise<void> {
    if (this.#waiting.size >= this.mostWaiting) return Promise.reject(new SlotsFullError());
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => {
        this.#waiting.delete(begin);
        clearTimeout(timer);
        signal.removeEventListener("abort", leave);
        end();
      };
      const begin = () => settle(resolve);
      const leave = () => settle(() => reject(new ExchangeError("canceled")));
      const timer = setTimeout(() => settle(() => reject(new ExchangeError("late"))), timeoutMs);
      this.#waiting.add(begin);
      if (signal.aborted) leave();
      else signal.addEventListener("abort", leave);
    });
  }

  /** Hands the slot on to the one that has waited longest. */
  release(): void {
    const [next] = this.#waiting;
    if (next) next();
    else this.#free += 1;
  }
}
