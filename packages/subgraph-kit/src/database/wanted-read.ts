import { nextTurn } from "../turns.js";
import type { Database, Reads } from "./database.js";

/** Reads as long as the signal has not fired. A statement of SQLite runs on this thread: see `nextTurn`. */
export function readWhileWanted(reads: Reads, signal: AbortSignal): Database["read"] {
  return async (sql, values) => {
    const turn = nextTurn();
    if (turn) await turn;
    signal.throwIfAborted();
    return reads.read(sql, values, signal);
  };
}
