import { existsSync, readdirSync, readFileSync } from "node:fs";

const nanosecondsPerMs = 1_000_000;

/** Whether this system tells the time of threads. Linux does. */
export const knowsThreads = existsSync("/proc/self/schedstat");

/** Processor time of each thread of a process so far, in milliseconds. */
function threadsOf(pid: number): ReadonlyMap<string, number> {
  const folder = `/proc/${pid}/task`;
  const times = new Map<string, number>();
  for (const thread of readdirSync(folder)) {
    const [nanoseconds = ""] = textOf(`${folder}/${thread}/schedstat`).split(" ");
    times.set(thread, Number(nanoseconds) / nanosecondsPerMs);
  }
  return times;
}

/** A thread may end meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/**
 * What the threads of a process have done since this was made. It is exact: for a whole process, Linux counts ticks of
 * 10 ms, and one of them may have been nearly full before.
 */
export class ThreadsTime {
  #last: ReadonlyMap<string, number>;
  #spentMs = 0;

  constructor(readonly pid: number) {
    this.#last = threadsOf(pid);
  }

  spentMs(): number {
    const now = threadsOf(this.pid);
    for (const [thread, ms] of now) this.#spentMs += Math.max(0, ms - (this.#last.get(thread) ?? 0));
    this.#last = now;
    return this.#spentMs;
  }
}
