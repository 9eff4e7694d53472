import { guardFormula } from "@an-sinh/server/formula-guard";
import { stringify } from "csv-stringify/sync";
import { joinedText, valueTexts, type Language } from "./cell-texts.js";
import type { Page } from "./read-pages.js";
import type { ReportColumn } from "./report-columns.js";

interface CsvOptions {
  readonly columns: readonly ReportColumn[];
  readonly language: Language;
  /** Whether a byte order mark is written first, by which spreadsheets know UTF-8. */
  readonly hasMark: boolean;
}

/** Readers may take a semicolon or a tab for the sign between cells, and may cut off space at the ends of a cell. */
const quotedCell = /[;\t\n\r]|^\s|\s$/;

/** What a column of numbers holds is for its department to say: it may be a text. */
const isNumber = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/;

/** A file by RFC 4180: one text for each page. */
export async function* writeCsv(
  pages: AsyncIterable<Page>,
  { columns, language, hasMark }: CsvOptions,
): AsyncGenerator<string, void, undefined> {
  const lines = (rows: readonly (readonly string[])[]) =>
    stringify([...rows], { record_delimiter: "windows", quoted_match: quotedCell });
  const cellOf = columns.map((column) => {
    const textOf = valueTexts(column, language);
    return (cell: unknown) => {
      const text = joinedText(cell, textOf) ?? "";
      return column.kind !== "text" && isNumber.test(text) ? text : guardFormula(text);
    };
  });
  let before = (hasMark ? "\ufeff" : "") + lines([columns.map(({ title }) => guardFormula(title[language]))]);
  for await (const { rows } of pages) {
    yield before + lines(rows.map((row) => row.map((cell, index) => cellOf[index]?.(cell) ?? "")));
    before = "";
  }
}
