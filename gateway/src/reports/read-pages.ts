import { setTimeout } from "node:timers/promises";
import type { Answer } from "@an-sinh/server/direct-answers";
import type { GraphQLFormattedError } from "graphql";
import { parseExactJson } from "../responses/exact-json.js";
import { PageFailure } from "./page-failure.js";
import type { Language } from "./cell-texts.js";
import { languageOf } from "./report-language.js";
import type { Table } from "./report.js";
import type { Cell, Row } from "./table-rows.js";

/** A page of a report, with what failed in it. */
export interface Page {
  readonly rows: readonly Row[];
  readonly errors: readonly GraphQLFormattedError[];
  /** How many items of the list it has that is paged. */
  readonly items: number;
  readonly isLast: boolean;
}

export interface PageReading {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of the texts that the operation asks for in a language. */
  readonly language: Language;
  /** Answers the operation of the table for the caller. */
  readonly ask: (variables: Readonly<Record<string, unknown>>) => Promise<Answer>;
  /** Whether values may be missing because a subgraph failed. If not, such a page fails. */
  readonly isPartial: boolean;
  /** Whether the lists of the table may have more items than it shows. Default: such a page fails. */
  readonly mayBeCut?: boolean;
  /** Fires when nobody waits for the rows any more. */
  readonly signal: AbortSignal;
}

interface Answered {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

/**
 * The pages of a report, each asked for when the one before is used. The first page that fails ends them with
 * `PageFailure`, or with the error of the caller's request.
 */
export async function* readPages(table: Table, reading: PageReading): AsyncGenerator<Page, void, undefined> {
  const { rows, pageSize } = table;
  const { after: cursor, first } = rows.paging ?? {};
  const given = { ...reading.variables, ...languageOf(table, reading.language) };
  const variables = { ...given, ...(first !== undefined && { [first]: pageSize }) };
  let after: string | null = null;
  for (;;) {
    const asked = cursor === undefined ? variables : { ...variables, [cursor]: after };
    const { data, errors = [] } = await readPage(asked, reading, after === null);
    const isGone = after !== null && errors.length === 0 && !rows.hasPage(data);
    if (isGone) throw new Error("Expected the list of a report to be there for all of its pages");
    const next = rows.nextPage(data);
    if (next && next.after === after) throw new Error("Expected a page to end with another cursor");
    const found = data === null || data === undefined ? [] : rows.rowsOf(data, reading.mayBeCut);
    // What failed is empty as well, and its rows must not be left out.
    yield {
      rows: errors.length > 0 ? found : found.filter((row) => isWanted(row, table)),
      errors,
      items: rows.itemsOn(data),
      isLast: next === null,
    };
    if (!next) return;
    ({ after } = next);
  }
}

const isWanted = (row: Row, { only }: Table): boolean => only.every((place) => isFilled(row[place]));

const isFilled = (cell: Cell): boolean =>
  Array.isArray(cell) ? cell.some(isFilled) : cell !== null && cell !== undefined;

/** The points of a caller come back each minute. Who never has enough of them is not waited for any longer. */
const mostWaitSeconds = 600;

/** A page after the first one waits while the caller has asked for too much. */
async function readPage(
  variables: Readonly<Record<string, unknown>>,
  { ask, isPartial, signal }: PageReading,
  isFirst: boolean,
): Promise<Answered> {
  for (let waited = 0; ;) {
    signal.throwIfAborted();
    const answer = await ask(variables);
    signal.throwIfAborted();
    const seconds = secondsOf(answer);
    if (answer.status === 429 && !isFirst && waited + seconds <= mostWaitSeconds) {
      await setTimeout(seconds * 1_000, undefined, { signal });
      waited += seconds;
      continue;
    }
    // The server wrote it just now.
    const answered = parseExactJson(answer.text) as Answered;
    const hasData = answered.data !== null && answered.data !== undefined;
    const isUsable = answered.errors === undefined || (isPartial && (hasData || !isFirst));
    if (isUsable) return answered;
    throw new PageFailure(answer, answered.errors ?? []);
  }
}

const secondsOf = ({ headers }: Answer): number => Number(headers?.get("retry-after") ?? 1) || 0;
