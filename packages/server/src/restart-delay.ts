const firstMs = 100;
const longestMs = 30_000;
/** A process that ended longer ago does not delay the next one. */
const memoryMs = 60_000;

/** How long to wait before a process takes the place of one that ended: doubles with every one that ended lately. */
export class RestartDelay {
  private ends: readonly number[] = [];

  /** To be called whenever a process ends. `now` is in milliseconds. */
  nextMs(now: number): number {
    const lately = this.ends.filter((end) => now - end < memoryMs);
    this.ends = [...lately, now];
    return Math.min(firstMs * 2 ** lately.length, longestMs);
  }
}
