import { setTimeout } from "node:timers/promises";
import type { Answer } from "@an-sinh/server/direct-answers";
import { parseExactJson } from "../responses/exact-json.js";
import { countField, type CountQuery } from "./count-query.js";
import type { Page } from "./read-pages.js";
import type { Table } from "./report.js";
import { valueAt } from "./table-rows.js";

export interface Counting {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Answers another operation for the caller. */
  readonly askFor: (query: CountQuery, variables: Readonly<Record<string, unknown>>) => Promise<Answer>;
  /** Fires when nobody waits for the rows any more. */
  readonly signal: AbortSignal;
}

/** The first rows do not wait longer for what is only a help. */
const mostCountMs = 500;

/**
 * How many rows a report will have: of a longer one an estimate, by the rows of its first page and the length of its list.
 * Undefined: nobody can say.
 */
export async function expectedRows(
  table: Table,
  first: Page,
  counting: Counting,
): Promise<number | undefined> {
  if (first.isLast) return first.rows.length;
  if (first.items === 0 || first.rows.length === 0) return undefined;
  const count = table.count();
  if (!count) return undefined;
  const ended = new AbortController();
  const late = setTimeout(mostCountMs, undefined, { signal: ended.signal }).catch(() => undefined);
  const total = await Promise.race([counted(count, table.rows.pagedSteps, counting), late]);
  ended.abort();
  return total === undefined ? undefined : Math.round((total / first.items) * first.rows.length);
}

async function counted(
  count: CountQuery,
  steps: readonly string[],
  { variables, askFor }: Counting,
): Promise<number | undefined> {
  const taken = count.variables.flatMap((name) => (name in variables ? [[name, variables[name]]] : []));
  try {
    const { text } = await askFor(count, Object.fromEntries(taken));
    const { data } = parseExactJson(text) as { readonly data?: unknown };
    const total = valueAt(data, [...steps, countField]);
    return typeof total === "number" ? total : undefined;
  } catch {
    // The download itself says what is wrong.
    return undefined;
  }
}
