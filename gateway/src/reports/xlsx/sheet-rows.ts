import { ClientError } from "@an-sinh/server/errors";
import { styles } from "./workbook-parts.js";

/** What a cell of a spreadsheet holds. A day is a number there, and its style says that it is one. */
export type SheetValue = string | number | boolean | null;

export interface SheetCell {
  readonly value: SheetValue;
  readonly style: number;
}

/** Excel's own limits. */
const mostRows = 1_048_576;
const mostCharacters = 32_767;

/** Writes rows as XML, each with its number. */
export class SheetRows {
  #written = 0;

  get count(): number {
    return this.#written;
  }

  /** Throws `ClientError` where a sheet cannot hold it. */
  write(cells: readonly SheetCell[]): string {
    this.#written += 1;
    const row = this.#written;
    if (row > mostRows) throw tooLarge(`a spreadsheet has at most ${mostRows} rows`);
    const written = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row}`));
    return `<row r="${row}">${written.join("")}</row>`;
  }
}

export const tooLarge = (why: string): ClientError =>
  new ClientError("QUERY_TOO_COMPLEX", `The report does not fit into a spreadsheet: ${why}. Ask for .csv.`);

function cellXml({ value, style }: SheetCell, place: string): string {
  if (value === null) return "";
  const head = `<c r="${place}"${style === styles.plain ? "" : ` s="${style}"`}`;
  if (typeof value === "number") return `${head}><v>${value}</v></c>`;
  if (typeof value === "boolean") return `${head} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (value.length > mostCharacters) throw tooLarge(`a cell has at most ${mostCharacters} characters`);
  return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

/** "A" for 0, "AA" for 26. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

// XML has no such characters.
// oxlint-disable-next-line no-control-regex
const special = /[&<>"\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4})/g;
const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** What XML cannot hold is written as spreadsheets do: "_x0001_". A sign "_" that would be read as the beginning of one is written so itself. */
export const escapeXml = (text: string): string =>
  text.replaceAll(special, (found) => {
    const entity = entities.get(found);
    if (entity !== undefined) return entity;
    if (found === "_") return "_x005F_";
    return `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
  });
