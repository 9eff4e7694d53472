import { toJsonText } from "../responses/exact-json.js";
import { joinedText } from "./cell-texts.js";
import { PageErrors } from "./page-errors.js";
import type { Page } from "./read-pages.js";
import type { Report } from "./report.js";
import type { Row } from "./table-rows.js";

/** A JSON document with each row on a line of its own: one text for each page. */
export async function* writeJson(
  pages: AsyncIterable<Page>,
  report: Report,
  parameters: Readonly<Record<string, unknown>>,
): AsyncGenerator<string, void, undefined> {
  const { name, columns, header } = report;
  const head = { report: name, title: header.title, parameters, columns };
  const errors = new PageErrors(report);
  let before = `${toJsonText(head).slice(0, -1)},"rows":[`;
  let separator = "\n";
  for await (const page of pages) {
    errors.add(page.errors);
    const lines = page.rows.map((row) => toJsonText(row.map(toValue)));
    yield before + lines.map((line) => separatorOnce() + line).join("");
    before = "";
  }
  yield `\n],"errors":${JSON.stringify(errors.all)},"isComplete":${errors.all.length === 0}}\n`;

  function separatorOnce(): string {
    const current = separator;
    separator = ",\n";
    return current;
  }
}

const toValue = (cell: Row[number]): unknown => (Array.isArray(cell) ? joinedText(cell) : cell);
