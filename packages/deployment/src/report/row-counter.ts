import type { Format } from "./report-arguments.js";

/** Counts the rows in a download while it arrives. */
export interface RowCounter {
  add(bytes: Uint8Array): void;
  /** "1,234 rows". Of a format whose rows cannot be seen, its size. */
  text(): string;
}

const [lineFeed, quote, bracket] = [10, 34, 91];

export function createRowCounter(format: Format): RowCounter {
  if (format === "xlsx") {
    let size = 0;
    return {
      add: ({ length }) => void (size += length),
      text: () => `${Math.ceil(size / 1_000).toLocaleString("en")} kB`,
    };
  }
  // The titles of a CSV file are no row. A document of JSON has a bracket at the beginning of each row's line.
  let rows = format === "csv" ? -1 : 0;
  let isQuoted = false;
  let before = 0;
  return {
    add: (bytes) => {
      for (const byte of bytes) {
        if (byte === quote) isQuoted = !isQuoted;
        if (format === "csv" ? byte === lineFeed && !isQuoted : byte === bracket && before === lineFeed)
          rows += 1;
        before = byte;
      }
    },
    text: () => `${Math.max(0, rows).toLocaleString("en")} ${rows === 1 ? "row" : "rows"}`,
  };
}
