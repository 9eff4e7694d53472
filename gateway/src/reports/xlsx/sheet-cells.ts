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
  if (column.isJoined) return asText;
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
    default:
      return (cell) =>
        typeof cell === "number" && Math.abs(cell) <= largestNumber
          ? { value: cell, style: numberStyle(column, cell) }
          : asText(cell);
  }
}

/** `year` and `fromYear` are years, which have no separators. `housesDuringYear` is a number of houses. */
const yearName = /(^|\.)(year|[a-z]+Year)$/;

function numberStyle({ kind, name }: ReportColumn, value: number): number {
  if (kind === "percent") return styles.percent;
  if (kind === "integer" && yearName.test(name)) return styles.year;
  return Number.isInteger(value) ? styles.integer : styles.number;
}

const millisecondsOfDay = 86_400_000;
/** Spreadsheets take 1900 for a leap year: earlier days have other numbers. */
const firstDay = "1900-03-01";

/** Undefined: it is no day that a spreadsheet has. */
function dayNumber(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < firstDay) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : sheetTime(time);
}

/** A time in days, as spreadsheets count them. They know no time zones. */
export const sheetTime = (milliseconds: number): number =>
  (milliseconds - Date.UTC(1899, 11, 30)) / millisecondsOfDay;

const provenanceWidth = 40;
const widths = { text: 24, integer: 12, number: 14, percent: 12, money: 20, date: 12, boolean: 10 } as const;

/** How wide a column is shown, in characters: its title fits on one line where it is not long. */
export function widthOf(
  { kind: kindOfValue, isJoined, title, role }: ReportColumn,
  language: Language,
): number {
  const kind = isJoined ? "text" : kindOfValue;
  const usual = kind === "text" && role === "PROVENANCE" ? provenanceWidth : widths[kind];
  return Math.min(60, Math.max(usual, title[language].length + 2));
}
