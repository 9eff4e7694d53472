import type { Cell } from "../catalog/catalog.types.js";

export type Row = readonly Cell[];

/** What came of the report besides its rows, by key: `columns`, `parameters`, `errors`. */
export type ReportParts = Readonly<Record<string, unknown>>;

/**
 * Reads a report's JSON while it arrives: rows are handed over as soon as their last character is there, everything
 * else at the end. The parser knows just as much as that needs: strings, and how deep it is.
 */
export class ReportStream {
  readonly #parts: Record<string, unknown> = {};
  #text = "";
  #at = 0;
  #depth = 0;
  #start = -1;
  #stringStart = -1;
  #key = "";
  #ended = false;

  /** The rows that this piece of text completes. */
  push(piece: string): Row[] {
    this.#text += piece;
    const rows: Row[] = [];
    for (; this.#at < this.#text.length; this.#at++) this.#read(this.#text.charCodeAt(this.#at), rows);
    this.#forget();
    return rows;
  }

  /** The report's other parts. Undefined when it was cut off. */
  end(): ReportParts | undefined {
    return this.#ended ? this.#parts : undefined;
  }

  #read(code: number, rows: Row[]): void {
    if (this.#stringStart >= 0) return this.#readInString(code);
    if (code === quote) this.#stringStart = this.#at;
    else if (code === colon && this.#depth === 1) this.#start = this.#at + 1;
    else if (code === openBracket || code === openBrace) this.#open();
    else if (code === closeBracket || code === closeBrace) this.#close(rows);
    else if (code === comma && this.#depth === 1) this.#keepPart(this.#at);
  }

  #readInString(code: number): void {
    if (code === backslash) this.#at++;
    else if (code === quote) {
      if (this.#depth === 1 && this.#start < 0) this.#key = this.#slice(this.#stringStart, this.#at + 1);
      this.#stringStart = -1;
    }
  }

  #open(): void {
    this.#depth++;
    if (this.#depth === 3 && this.#isInRows()) this.#start = this.#at;
  }

  #close(rows: Row[]): void {
    this.#depth--;
    if (this.#depth === 2 && this.#isInRows()) {
      rows.push(JSON.parse(this.#text.slice(this.#start, this.#at + 1)) as Row);
      this.#start = this.#at;
    }
    if (this.#depth === 0) {
      this.#keepPart(this.#at);
      this.#ended = true;
    }
  }

  #isInRows(): boolean {
    return this.#key === "rows";
  }

  #keepPart(end: number): void {
    if (this.#start >= 0 && !this.#isInRows())
      this.#parts[this.#key] = JSON.parse(this.#text.slice(this.#start, end));
    this.#start = -1;
  }

  #slice(from: number, to: number): string {
    return JSON.parse(this.#text.slice(from, to)) as string;
  }

  /** Characters that are kept. */
  get kept(): number {
    return this.#text.length;
  }

  /** Drops the text that nothing needs any more. */
  #forget(): void {
    const marks = [this.#start, this.#stringStart].filter((mark) => mark >= 0);
    const needed = Math.min(this.#at, ...marks);
    this.#text = this.#text.slice(needed);
    this.#at -= needed;
    if (this.#start >= 0) this.#start -= needed;
    if (this.#stringStart >= 0) this.#stringStart -= needed;
  }
}

const [quote, backslash, colon, comma] = [34, 92, 58, 44];
const [openBracket, closeBracket, openBrace, closeBrace] = [91, 93, 123, 125];
