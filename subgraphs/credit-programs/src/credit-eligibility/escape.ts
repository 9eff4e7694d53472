import { addDays, addMonths } from "@an-sinh/subgraph-kit/calendar";
import type { ClassificationPeriod } from "../external/classification-period.stub.js";

/** When a household was last found to have escaped poverty. */
export interface Escape {
  /** The day of the decision that took it off the list of poor and near-poor households. */
  readonly since: string;
  /** The last day on which it was newly escaped. Null: no end is on record. */
  readonly until: string | null;
}

/** The latest escape that was decided up to a day. Null: there was none. `history`: the earliest first. */
export function findEscape(history: readonly ClassificationPeriod[], on: string): Escape | null {
  const known = history.filter(({ since }) => since <= on);
  const last = known.findLastIndex((period) => period.class === "NEWLY_ESCAPED");
  if (last === -1) return null;
  const before = known.slice(0, last).findLastIndex((period) => period.class !== "NEWLY_ESCAPED");
  const first = known[before + 1];
  return first ? { since: first.since, until: known[last]?.until ?? null } : null;
}

/**
 * The last day on which a household may borrow as newly escaped: `months` months after it left the list (Decision
 * 28/2015), or earlier where a later review gave it another class.
 */
export function lastDayToBorrow({ since, until }: Escape, months: number): string {
  const limit = addDays(addMonths(since, months), -1);
  return until !== null && until < limit ? until : limit;
}
