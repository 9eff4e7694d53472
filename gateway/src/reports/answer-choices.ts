import { RequestError } from "@an-sinh/server/errors";
import { readAllParameters } from "@an-sinh/server/url-parameters";
import { joinedText, plainText, type Language } from "./cell-texts.js";
import { readPages, type PageReading } from "./read-pages.js";
import type { Choices } from "./report.js";
import type { Row } from "./table-rows.js";

const longestSearch = 200;
/** A page of choices has as many. */
export const mostValues = 20;

interface Choice {
  readonly value: string;
  readonly title: string;
  readonly note: string | null;
}

interface AskedChoices {
  readonly language: Language;
  /** What somebody typed. Empty: nothing. */
  readonly search: string;
  /** The values whose titles are asked for. Empty: any. */
  readonly values: readonly string[];
}

/**
 * Values to choose from, with their titles: those that are given, or those on the first page of the operation that lists
 * them.
 */
export async function answerChoices(
  table: Choices,
  url: string,
  reading: Pick<PageReading, "ask" | "signal">,
): Promise<{ readonly choices: readonly Choice[] }> {
  return { choices: await readChoices(table, readAsked(url), reading) };
}

export async function readChoices(
  table: Choices,
  asked: AskedChoices,
  reading: Pick<PageReading, "ask" | "signal">,
): Promise<readonly Choice[]> {
  const variables = variablesFor(asked, table);
  const wanted = ({ value }: { readonly value: string }) =>
    value !== "" && (asked.values.length === 0 || asked.values.includes(value));
  for await (const { rows } of readPages(table, {
    ...reading,
    variables,
    language: asked.language,
    isPartial: false,
    mayBeCut: true,
  }))
    return eachOnce(rows.map((row) => choiceOf(row, table)).filter(wanted));
  return [];
}

/** A list may name a value in several of its items: the first one counts. */
function eachOnce(choices: readonly Choice[]): readonly Choice[] {
  const seen = new Set<string>();
  return choices.filter(({ value }) => seen.size < seen.add(value).size);
}

function readAsked(url: string): AskedChoices {
  const given = readAllParameters(url);
  const values = given.get("value") ?? [];
  const [search = "", ...more] = given.get("search") ?? [];
  const language = given.get("lang")?.includes("vi") ? "vi" : "en";
  const isTooMuch = [search, ...values].some(({ length }) => length > longestSearch);
  if (isTooMuch || more.length > 0 || values.length > mostValues) {
    const message = `Expected the parameter search once or value up to ${mostValues} times, each of at most ${longestSearch} characters.`;
    throw new RequestError(400, "BAD_USER_INPUT", message);
  }
  return { language, search, values };
}

/** What is searched for by default would leave out values that are asked for. */
function variablesFor({ search, values }: AskedChoices, table: Choices): Readonly<Record<string, unknown>> {
  if (values.length === 0) return search === "" ? {} : { search };
  return table.values === undefined ? {} : { [table.values]: values, search: null };
}

function choiceOf(row: Row, { value, title, note }: Choices): Choice {
  const notes = note.flatMap((place) => joinedText(row[place]) ?? []);
  return {
    value: plainText(row[value]),
    title: joinedText(row[title]) ?? "",
    note: notes.length > 0 ? notes.join(" – ") : null,
  };
}
