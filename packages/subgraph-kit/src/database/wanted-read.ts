import { nextTurn } from "../turns.js";
import type { Database } from "./database.js";

/** Reads from a database as long as the signal has not fired. A statement of SQLite runs on this thread: see `nextTurn`. */
export function readWhileWanted(database: Database, signal: AbortSignal): Database["read"] {
  return async (sql, values) => {
    const turn = nextTurn();
    if (turn) await turn;
    signal.throwIfAborted();
    return database.read(sql, values, signal);
  };
}
