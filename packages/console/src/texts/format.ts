import type { Cell, Column, Language } from "../catalog/catalog.types.js";

const locales = { en: "en-GB", vi: "vi-VN" } as const;

/** Dates as offices write them: 31 Dec 2025, and 31/12/2025. */
const dates = {
  en: { dateStyle: "medium" },
  vi: { day: "2-digit", month: "2-digit", year: "numeric" },
} as const;

/** Shown for a null: no value, or one that is withheld. */
export const noValue = "–";

/** Shown where a department did not answer. */
export const noAnswer = "✕";

/** Between the values of a cell that has several. */
const separator = "; ";

/** A year, `year` or `fromYear`, is an integer without a separator of thousands. `housesDuringYear` is a number of houses. */
const holdsYears = ({ kind, name }: Column): boolean =>
  kind === "integer" && /(^|\.)(year|[a-z]+Year)$/.test(name);

const hasNumbers = ({ kind }: Column): boolean =>
  kind === "integer" || kind === "number" || kind === "percent" || kind === "money";

/** Whether each cell is a number. Several of them in a cell are a text. */
export const isNumeric = (column: Column): boolean => !column.isJoined && hasNumbers(column);

export const isYear = (column: Column): boolean => !column.isJoined && holdsYears(column);

export const isTime = (column: Column): boolean =>
  isYear(column) || (!column.isJoined && column.kind === "date");

/** What a part of a cell with several values was before it became a text. */
function valueOfPart(column: Column, part: string): Cell {
  if (hasNumbers(column) && Number.isFinite(Number(part))) return Number(part);
  return column.kind === "boolean" ? part === "true" : part;
}

/** A title in the middle of a sentence; one that begins with an abbreviation stays. */
export const inSentence = (title: string): string =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

/** How booleans are written. */
export interface Words {
  readonly yes: string;
  readonly no: string;
}

/** In Vietnamese a short form would be a letter: T of "tỷ" is read as a trillion elsewhere. */
const compact = {
  en: { notation: "compact" },
  vi: { notation: "compact", compactDisplay: "long" },
} as const;

export interface Format {
  readonly number: (value: number) => string;
  /** A number for an axis or a tile, such as 1.2M. */
  readonly short: (value: number) => string;
  readonly cell: (column: Column, cell: Cell, words: Words) => string;
  /** A day of the form 2025-12-31. */
  readonly day: (date: string) => string;
  readonly time: (date: Date) => string;
  /** How large a file is. */
  readonly size: (bytes: number) => string;
}

/** How numbers and dates are written in a language. */
export function createFormat(language: Language): Format {
  const locale = locales[language];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const short = new Intl.NumberFormat(locale, { ...compact[language], maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { ...dates[language], timeZone: "UTC" });
  const inUnit = (unit: "kilobyte" | "megabyte") =>
    new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 });
  const [kilobytes, megabytes] = [inUnit("kilobyte"), inUnit("megabyte")];
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });

  // Vietnamese texts have no space before the sign.
  const percentSign = language === "vi" ? "%" : " %";
  const numeric = (column: Column, value: number) => {
    if (holdsYears(column)) return String(value);
    // 0.56 means 0.56 %.
    return column.kind === "percent" ? percent.format(value) + percentSign : number.format(value);
  };
  const titled = ({ values }: Column, value: string) =>
    values?.find((known) => known.value === value)?.title[language] ?? value;
  const date = (value: string) => {
    const parsed = new Date(`${value}T00:00:00Z`);
    return Number.isNaN(parsed.getTime()) ? value : day.format(parsed);
  };
  const one = (column: Column, cell: Cell, words: Words) => {
    if (cell === null) return noValue;
    if (typeof cell === "number") return numeric(column, cell);
    if (typeof cell === "boolean") return cell ? words.yes : words.no;
    return column.kind === "date" ? date(cell) : titled(column, cell);
  };
  // An empty part is a null among the values.
  const joined = (column: Column, cell: string, words: Words) =>
    cell
      .split(separator)
      .map((part) => part && one(column, valueOfPart(column, part), words))
      .join(separator);
  return {
    number: (value) => number.format(value),
    short: (value) => short.format(value),
    day: date,
    time: (value) => time.format(value),
    size: (bytes) => (bytes < 1e6 ? kilobytes.format(bytes / 1e3) : megabytes.format(bytes / 1e6)),
    cell: (column, cell, words) =>
      column.isJoined && typeof cell === "string" ? joined(column, cell, words) : one(column, cell, words),
  };
}
