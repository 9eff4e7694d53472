/** Retries that are left when nothing failed for a while: all connections of a subgraph may be closed at once. */
const reserve = 64;
/** How many retries each call earns. */
const share = 0.2;

/** Bounds retries, so that they add at most a fifth to what a subgraph that is down is asked. */
export class RetryBudget {
  #left = reserve;

  /** A call begins. */
  earn(): void {
    this.#left = Math.min(reserve, this.#left + share);
  }

  /** Whether there may be one more retry. */
  take(): boolean {
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
