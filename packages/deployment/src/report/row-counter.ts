import { Unzip, UnzipInflate } from "fflate";
import type { Format } from "./report-arguments.js";

/** Counts the rows in a download while it arrives, without the one of the titles. */
export interface RowCounter {
  add(bytes: Uint8Array): void;
  readonly rows: number;
}

export function createRowCounter(format: Format): RowCounter {
  if (format === "csv") return new CsvCounter();
  return format === "json" ? new JsonCounter() : new SheetCounter();
}

/** "1,234 rows" */
export const rowsText = (rows: number): string =>
  `${rows.toLocaleString("en")} ${rows === 1 ? "row" : "rows"}`;

const [lineFeed, quote, bracket] = [10, 34, 91];

class CsvCounter implements RowCounter {
  #lines = 0;
  #isQuoted = false;

  get rows(): number {
    return Math.max(0, this.#lines - 1);
  }

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === quote) this.#isQuoted = !this.#isQuoted;
      else if (byte === lineFeed && !this.#isQuoted) this.#lines += 1;
    }
  }
}

/** A document has a bracket at the beginning of each row's line. */
class JsonCounter implements RowCounter {
  rows = 0;
  #before = 0;

  add(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (byte === bracket && this.#before === lineFeed) this.rows += 1;
      this.#before = byte;
    }
  }
}

/** Of a workbook, the first sheet has the rows. No text in it has the sign "<". */
class SheetCounter implements RowCounter {
  readonly #unzip = new Unzip((file) => {
    if (file.name !== "xl/worksheets/sheet1.xml") return;
    file.ondata = (_error, bytes) => this.#count(Buffer.from(bytes ?? []).toString("latin1"));
    file.start();
  });
  #found = 0;
  #before = "";

  constructor() {
    this.#unzip.register(UnzipInflate);
  }

  get rows(): number {
    return Math.max(0, this.#found - 1);
  }

  add(bytes: Uint8Array): void {
    this.#unzip.push(bytes);
  }

  #count(text: string): void {
    const [before, ...rows] = (this.#before + text).split(rowStart);
    this.#found += rows.length;
    this.#before = (rows.at(-1) ?? before ?? "").slice(1 - rowStart.length);
  }
}

const rowStart = "<row ";
