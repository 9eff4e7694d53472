/**
 * Remembers nonces for at least so long, in bounded memory: those of two periods, each of which holds so many. What comes
 * when a period is full is not taken.
 */
export class SeenNonces {
  #current = new Set<string>();
  #previous = new Set<string>();
  #since: number;

  constructor(
    private readonly periodMs: number,
    private readonly maxPerPeriod: number,
    now: number,
  ) {
    this.#since = now;
  }

  /** Whether a nonce is new, which it never is again within the period. `now` is in milliseconds. */
  take(nonce: string, now: number): boolean {
    this.#turn(now);
    if (this.#current.has(nonce) || this.#previous.has(nonce)) return false;
    if (this.#current.size >= this.maxPerPeriod) return false;
    this.#current.add(nonce);
    return true;
  }

  #turn(now: number): void {
    const age = now - this.#since;
    if (age < this.periodMs) return;
    this.#previous = age < 2 * this.periodMs ? this.#current : new Set();
    this.#current = new Set();
    this.#since = now;
  }
}
