/** Retries that are left when nothing failed for a while: all connections of a subgraph may be closed at once. */
const reserve = 64;
/** How many retries each call earns. */
const share = 0.2;
/** How many retries each second earns, so that a subgraph that is asked little has some again soon after a fault. */
const perSecond = 10;

/** Bounds retries, so that they add at most a fifth and ten a second to what a subgraph that is down is asked. */
export class RetryBudget {
  #left = reserve;
  #earnedAt = performance.now();

  /** A call begins. */
  earn(): void {
    const now = performance.now();
    const earned = share + (perSecond * (now - this.#earnedAt)) / 1_000;
    this.#left = Math.min(reserve, this.#left + earned);
    this.#earnedAt = now;
  }

  /** Whether there may be one more retry. */
  take(): boolean {
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
