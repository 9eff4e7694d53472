import { BadUserInputError } from "@an-sinh/server/errors";
import type { LookedUp } from "../audit/read-about.js";
import type { AuditKey } from "../audit/audit-entry.js";
import { compareReads, readCursor, type ReadPlace } from "./look-up-cursor.js";

/** The arguments of a list, as Relay has them. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** Which part of a list is wanted: of what lies between the places, so many from one end. */
export interface PageRange {
  readonly size: number;
  /** Whether they are counted from the end: the oldest. */
  readonly isBackward: boolean;
  /** Only entries that come after this one, so that are older. Undefined: all. */
  readonly after: ReadPlace | undefined;
  /** Only entries that come before this one, so that are newer. Undefined: all. */
  readonly before: ReadPlace | undefined;
}

const defaultSize = 20;
const largestSize = 100;

/** Throws BAD_USER_INPUT. */
export function pageRange(
  { first, after, last, before }: PageArguments,
  key: AuditKey,
  list: LookedUp,
): PageRange {
  if (first != null && last != null)
    throw badArgument("last", `last: expected no first beside it: leave out one of them, but got: ${last}.`);
  const size = first ?? last ?? defaultSize;
  const argument = last == null ? "first" : "last";
  if (size < 1 || size > largestSize)
    throw badArgument(argument, `${argument}: expected a number from 1 to ${largestSize}, but got: ${size}.`);
  return {
    size,
    isBackward: last != null,
    after: after == null ? undefined : readCursor(key, list, after, "after"),
    before: before == null ? undefined : readCursor(key, list, before, "before"),
  };
}

/** Whether an entry lies between the places. */
export const isWithin = (read: ReadPlace, { after, before }: Pick<PageRange, "after" | "before">): boolean =>
  (!after || compareReads(read, after) > 0) && (!before || compareReads(read, before) < 0);

export const badArgument = (argument: string, message: string): BadUserInputError =>
  new BadUserInputError(message, { extensions: { argument } });
