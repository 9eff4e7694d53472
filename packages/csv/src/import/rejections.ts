import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { csvLine } from "../csv/write-csv.js";
import { guardFormula } from "../values/formula-guard.js";

/** Why a line is not stored. A line may have several reasons. */
export interface Rejection {
  readonly line: number;
  readonly column: string;
  /** As in the file; "hidden" where it tells something about a person. */
  readonly value: string;
  /** Continues "expected …". */
  readonly expected: string;
}

/** Where rejections go: the first of them are kept to be shown, all of them are written to a file if one is given. */
export interface Rejections {
  /** How many lines were rejected. */
  readonly lines: number;
  readonly first: readonly Rejection[];
  add(ofOneLine: readonly Rejection[]): Promise<void>;
  /** Ends the file. */
  close(): Promise<void>;
}

const shown = 20;
const longestValue = 80;

export function collectRejections(file: string | null): Rejections {
  const output = file === null ? null : openReport(file);
  const first: Rejection[] = [];
  let lines = 0;
  return {
    get lines() {
      return lines;
    },
    first,
    add: async (ofOneLine) => {
      lines += 1;
      first.push(...ofOneLine.slice(0, Math.max(0, shown - first.length)));
      if (output) await write(output, ofOneLine.map(reportLine).join(""));
    },
    close: async () => {
      if (!output) return;
      output.end();
      await finished(output);
    },
  };
}

export const describeRejection = ({ line, column, value, expected }: Rejection): string =>
  `line ${line}, ${column}: expected ${expected}, but got: ${shorten(value)}`;

function openReport(file: string): WriteStream {
  const output = createWriteStream(file);
  // Reported by whatever is written next.
  output.on("error", () => {});
  output.write(csvLine(["line", "column", "value", "expected"]));
  return output;
}

function reportLine({ line, column, value, expected }: Rejection): string {
  return csvLine([String(line), column, guardFormula(value), expected]);
}

async function write(output: WriteStream, text: string): Promise<void> {
  if (output.errored) throw output.errored;
  if (!output.write(text)) await Promise.race([drained(output), finished(output)]);
}

const drained = (output: WriteStream) =>
  new Promise<void>((resolve) => output.once("drain", () => resolve()));

const shorten = (value: string) =>
  value === "" ? "(blank)" : value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
