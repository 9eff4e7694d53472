import { setTimeout as sleep } from "node:timers/promises";

const pauseMs = 100;
const mostMs = 120_000;

/** Waits until it is so, two minutes at most. `wanted` says what, for the error. */
export async function until(wanted: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + mostMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Within ${mostMs / 1_000} s it was not so: ${wanted}.`);
    await sleep(pauseMs);
  }
}
