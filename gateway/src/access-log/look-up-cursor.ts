import { BadUserInputError } from "@an-sinh/server/errors";
import { sealWith, type AuditKey } from "../audit/audit-entry.js";
import type { LookedUp } from "../audit/read-about.js";

/** Where an entry stands among all that a log says of an object. */
export interface ReadPlace {
  /** In milliseconds since 1970. */
  readonly time: number;
  readonly chain: string;
  readonly seq: number;
}

/** Negative where `a` comes first: the newest entry does. */
export const compareReads = (a: ReadPlace, b: ReadPlace): number =>
  b.time - a.time || (a.chain === b.chain ? b.seq - a.seq : a.chain < b.chain ? 1 : -1);

/** It tells nothing that the entry does not, and is sealed so that only those count that the list handed out. */
export function writeCursor(key: AuditKey, list: LookedUp, { time, chain, seq }: ReadPlace): string {
  const place = `${time} ${chain} ${seq}`;
  return Buffer.from(`${place} ${sealOf(key, list, place)}`).toString("base64url");
}

/** Throws BAD_USER_INPUT. The message never repeats the cursor. */
export function readCursor(
  key: AuditKey,
  list: LookedUp,
  cursor: string,
  argument: "after" | "before",
): ReadPlace {
  const text = Buffer.from(cursor, "base64url").toString();
  const [, place = "", time, chain = "", seq, seal] = /^((\d+) (\S+) (\d+)) ([0-9a-f]+)$/.exec(text) ?? [];
  if (seal === sealOf(key, list, place) && Buffer.from(text).toString("base64url") === cursor)
    return { time: Number(time), chain, seq: Number(seq) };
  throw new BadUserInputError(
    `${argument}: expected a cursor of this list, from an edge or pageInfo, but got something else.`,
    { extensions: { argument } },
  );
}

const sealOf = (key: AuditKey, { type, id }: LookedUp, place: string): string =>
  sealWith(key, `cursor\n${type}\n${id}\n${place}`).slice(0, 32);
