import { setTimeout as sleep } from "node:timers/promises";
import { knowsThreads, ThreadsTime } from "./threads-time.js";

/** What processes did from the moment of leaving on. NaN: another system than Linux. */
export interface Work {
  /** From the leaving to the last work. */
  readonly lastMs: number;
  readonly processorMs: number;
}

/** Nothing was done for so long: the processes are idle. What begins later is V8, which collects garbage meanwhile. */
const idleMs = 150;
const watchEveryMs = 5;

/**
 * Less between two looks is no work. Timers of Node, such as the one for the header Date, take up to 0.6 ms, and those of
 * MariaDB up to 1.7 ms. Whoever still answers takes nearly all of the time between two looks.
 */
const leastMs = 2;

/** Watches processes until they are idle. All their threads count, also those that compile and collect garbage. */
export async function watchWork(pids: readonly number[]): Promise<Work> {
  if (!knowsThreads) return { lastMs: Number.NaN, processorMs: Number.NaN };
  const began = performance.now();
  const watched = pids.map((pid) => ({ time: new ThreadsTime(pid), spentMs: 0 }));
  let lastMs = 0;
  for (let nowMs = 0; nowMs - lastMs < idleMs; nowMs = performance.now() - began) {
    await sleep(watchEveryMs);
    for (const process of watched) {
      const before = process.spentMs;
      process.spentMs = process.time.spentMs();
      if (process.spentMs - before >= leastMs) lastMs = performance.now() - began;
    }
  }
  return { lastMs, processorMs: watched.reduce((sum, { spentMs }) => sum + spentMs, 0) };
}
