import type { Page } from "../read-pages.js";
import { aboutRows, sheetNames, type AboutReport } from "./about-sheet.js";
import { Archive } from "./archive.js";
import { sheetCells, widthOf } from "./sheet-cells.js";
import { escapeXml, SheetRows } from "./sheet-rows.js";
import { sheetEnd, sheetPath, sheetStart, styles, workbookParts } from "./workbook-parts.js";

/** A workbook whose first sheet has the rows: some bytes for each page. Nothing is kept of a page. */
export async function* writeXlsx(
  pages: AsyncIterable<Page>,
  about: AboutReport,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { report, language } = about;
  const { columns } = report;
  const archive = new Archive();
  for (const [path, text] of workbookParts(sheetNames(language).map(escapeXml))) archive.add(path).end(text);
  const rows = new SheetRows();
  const data = archive.add(sheetPath(1));
  data.write(sheetStart(columns.map((column) => widthOf(column, language))));
  data.write(rows.write(columns.map(({ title }) => ({ value: title[language], style: styles.header }))));
  const cellOf = columns.map((column) => sheetCells(column, language));
  for await (const page of pages) {
    const lines = page.rows.map((row) =>
      rows.write(row.map((cell, index) => cellOf[index]?.(cell) ?? { value: null, style: styles.plain })),
    );
    data.write(lines.join(""));
    yield archive.take();
  }
  data.end(sheetEnd);
  const second = new SheetRows();
  const titles = await about.chosenTitles();
  const told = aboutRows(about, titles, rows.count - 1).map((cells) => second.write(cells));
  archive.add(sheetPath(2)).end(sheetStart([30, 40, 24, 14, 80]) + told.join("") + sheetEnd);
  archive.end();
  yield archive.take();
}
