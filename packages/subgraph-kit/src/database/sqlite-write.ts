import { setTimeout as sleep } from "node:timers/promises";
import type { DataSource, EntityManager } from "typeorm";
import { runTransaction } from "./before-commit.js";

/** So long one attempt to begin may hold this thread. */
export const attemptMs = 50;
const pauseMs = 50;
/** An import may take minutes. */
const mostWaitingMs = 600_000;

const isLocked = (error: unknown): boolean =>
  error instanceof Error && /database is locked|SQLITE_BUSY/i.test(error.message);

/**
 * Runs a transaction that is a writer from its beginning: see `WritingLibsql`. While another process writes, it tries again,
 * and the thread is free for others meanwhile.
 */
export async function writeAlone<Result>(
  source: DataSource,
  work: (manager: EntityManager) => Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  const end = performance.now() + mostWaitingMs;
  for (;;) {
    signal?.throwIfAborted();
    let hasBegun = false;
    try {
      return await source.transaction(async (manager) => {
        hasBegun = true;
        const result = await runTransaction(manager, work);
        signal?.throwIfAborted();
        return result;
      });
    } catch (error) {
      if (hasBegun || !isLocked(error)) throw error;
      if (performance.now() > end) throw new Error(stillLocked(source), { cause: error });
    }
    await sleep(pauseMs);
  }
}

const stillLocked = ({ options }: DataSource) =>
  `Another process has written into ${String(options.database)} for ${mostWaitingMs / 1_000} seconds. Try again later.`;
