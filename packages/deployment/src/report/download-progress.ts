import { createCounter } from "@an-sinh/command-line/counter";
import { createProgress } from "@an-sinh/command-line/progress";
import { rowsText } from "./row-counter.js";

/** Shows on a terminal how far a download is. */
export interface DownloadProgress {
  show(rows: number): void;
  /** Takes away what is shown. */
  end(): void;
}

/** A bar where the gateway says how many rows it expects, else their number so far. Nothing where there is no terminal. */
export function createDownloadProgress(
  output: NodeJS.WriteStream,
  expected: number | undefined,
): DownloadProgress {
  if (expected === undefined) {
    const counter = createCounter(output);
    return { show: (rows) => counter.show(rowsText(rows)), end: () => counter.end() };
  }
  const progress = createProgress(output);
  const all = expected.toLocaleString("en");
  let shown = 0;
  progress.begin(expected);
  return {
    show: (rows) => {
      progress.advance(rows - shown, `${rows.toLocaleString("en")} of about ${all} rows`);
      shown = rows;
    },
    end: () => progress.end(),
  };
}
