import { joinedText, valueTexts, type Language } from "../cell-texts.js";
import type { ReportColumn } from "../report-columns.js";
import type { Cell } from "../table-rows.js";
import type { SheetCell } from "./sheet-rows.js";
import { styles } from "./workbook-parts.js";

type ToSheetCell = (cell: Cell) => SheetCell;

/** Spreadsheets hold 15 digits of a number. One with more is written as a text. */
const largestNumber = 999_999_999_999_999;

/** How the cells of a column are written. */
export function sheetCells(column: ReportColumn, language: Language): ToSheetCell {
  const textOf = valueTexts(column, language);
  const asText: ToSheetCell = (cell) => ({ value: joinedText(cell, textOf), style: styles.plain });
  switch (column.kind) {
    case "text":
      return asText;
    case "boolean":
      return (cell) => (typeof cell === "boolean" ? { value: cell, style: styles.plain } : asText(cell));
    case "date":
      return (cell) => {
        const value = typeof cell === "string" ? dayNumber(cell) : undefined;
        return value === undefined ? asText(cell) : { value, style: styles.date };
      };
    default: {
      const style = styles[column.kind];
      return (cell) =>
        typeof cell === "number" && Math.abs(cell) <= largestNumber ? { value: cell, style } : asText(cell);
    }
  }
}

const millisecondsOfDay = 86_400_000;
/** Spreadsheets take 1900 for a leap year: earlier days have other numbers. */
const firstDay = "1900-03-01";

/** Undefined: it is no day that a spreadsheet has. */
function dayNumber(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < firstDay) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : (time - Date.UTC(1899, 11, 30)) / millisecondsOfDay;
}

const widths = { text: 24, integer: 12, number: 14, percent: 12, money: 20, date: 12, boolean: 10 } as const;

/** How wide a column is shown, in characters: its title fits on one line where it is not long. */
export const widthOf = ({ kind, title }: ReportColumn, language: Language): number =>
  Math.min(60, Math.max(widths[kind], title[language].length + 2));
