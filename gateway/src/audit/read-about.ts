import { readReadEntry, type ReadEntry } from "./audit-entry.js";

/** An object whose reads are looked for. */
export interface LookedUp {
  /** The name of its type. */
  readonly type: string;
  readonly id: string;
}

/**
 * What an entry says of a read of the object. Undefined: nothing. Parsing takes far longer than a search: look first
 * whether the text has the id.
 */
export function readAbout({ type, id }: LookedUp, body: string): ReadEntry | undefined {
  const entry = readReadEntry(body);
  return entry && Object.hasOwn(entry.read, type) && entry.read[type]?.includes(id) ? entry : undefined;
}
