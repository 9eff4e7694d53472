import type { Database } from "./database.js";

/** A statement of SQLite runs on this thread. After so long the others have a turn. */
const longTurnMs = 10;

/** When the statements of this turn of the event loop began. 0: none has. */
let turnBegan = 0;

const endTurn = () => {
  turnBegan = 0;
};

/** Whether this turn has lasted long. */
function isTurnLong(): boolean {
  if (turnBegan > 0) return performance.now() - turnBegan > longTurnMs;
  turnBegan = performance.now();
  setImmediate(endTurn);
  return false;
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Reads from a database as long as the signal has not fired. A request whose statements follow one another lets others
 * have a turn now and then: else nobody would learn that its client has left, or that its time is up.
 */
export function readWhileWanted(database: Database, signal: AbortSignal): Database["read"] {
  const read = (sql: string, values: readonly unknown[]) => {
    signal.throwIfAborted();
    return database.read(sql, values, signal);
  };
  return async (sql, values) => {
    if (isTurnLong()) await nextTurn();
    return read(sql, values);
  };
}
