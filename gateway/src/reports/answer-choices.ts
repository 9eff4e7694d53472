import { RequestError } from "@an-sinh/server/errors";
import { readParameters } from "@an-sinh/server/url-parameters";
import { joinedText, plainText } from "./cell-texts.js";
import { readPages, type PageReading } from "./read-pages.js";
import type { Choices } from "./report.js";
import type { Row } from "./table-rows.js";

const longestSearch = 200;

/** Values to choose from, with their titles: those on the first page of the operation that lists them. */
export async function answerChoices(
  table: Choices,
  url: string,
  reading: Pick<PageReading, "ask" | "signal">,
): Promise<{ readonly choices: readonly object[] }> {
  const { search = "" } = readParameters(url, ["search"]);
  if (search.length > longestSearch) {
    const message = `Expected at most ${longestSearch} characters in the parameter search.`;
    throw new RequestError(400, "BAD_USER_INPUT", message);
  }
  const asked = { ...reading, variables: search === "" ? {} : { search }, isPartial: false, mayBeCut: true };
  for await (const { rows } of readPages(table, asked))
    return { choices: rows.map((row) => choiceOf(row, table)) };
  return { choices: [] };
}

function choiceOf(row: Row, { value, title, note }: Choices) {
  const notes = note.flatMap((place) => joinedText(row[place]) ?? []);
  return {
    value: plainText(row[value]),
    title: joinedText(row[title]) ?? "",
    note: notes.length > 0 ? notes.join(" – ") : null,
  };
}
