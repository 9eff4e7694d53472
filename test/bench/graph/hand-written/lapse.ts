import { addDays, addMonths } from "@an-sinh/subgraph-kit/calendar";
import type { Row, Tables } from "./tables.js";

/** For how many months a household may borrow as newly escaped. Null: there is no rule. */
export function prepareLapseMonths(credit: Tables, day: string): () => Promise<number | null> {
  const rule = credit.prepare(`
    SELECT months FROM eligibility_rule WHERE rule = 'MONTHS_SINCE_ESCAPE'
      AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) LIMIT 1`);
  return async () => {
    const [row] = await rule(day, day);
    return row === undefined || row["months"] === null ? null : Number(row["months"]);
  };
}

/** The last day on which the household may borrow as newly escaped. Null: it has not escaped by the day. */
export function lapseOf(history: readonly Row[], months: number | null, day: string): string | null {
  const known = history.filter(({ since }) => String(since) <= day);
  const last = known.findLastIndex((period) => period["class"] === "NEWLY_ESCAPED");
  if (last === -1 || months === null) return null;
  const before = known.slice(0, last).findLastIndex((period) => period["class"] !== "NEWLY_ESCAPED");
  const limit = addDays(addMonths(String(known[before + 1]?.["since"]), months), -1);
  const until = known[last]?.["until"] ?? null;
  return until !== null && String(until) < limit ? String(until) : limit;
}
