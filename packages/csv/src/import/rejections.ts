import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { csvLines } from "../csv/write-csv.js";
import { wholeLine, type FileKind, type Problem } from "../file-kind.js";
import { guardFormula } from "../values/formula-guard.js";
import type { ExaminedRow } from "./stage.js";

/** Why a line is not stored. A line may have several reasons. */
export interface Rejection {
  readonly line: number;
  readonly column: string;
  /** As in the file; "hidden" where it tells something about a person. */
  readonly value: string;
  /** Continues "expected …". */
  readonly expected: string;
}

/** Collects rejections. The first ones are kept to be shown; all are written to a file if one is given. */
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

/** What to tell about a row's problems. `positions` says where each column stands in a line. */
export function rejectionsOf(
  kind: FileKind,
  positions: readonly number[],
  { row: { line }, problems }: ExaminedRow,
): Rejection[] {
  const valueOf = ({ column }: Problem) => {
    if (column === wholeLine) return `${line.cells.length} cells`;
    const index = kind.columns.findIndex(({ name }) => name === column);
    const raw = line.cells[positions[index] ?? -1] ?? "";
    return raw !== "" && kind.columns[index]?.isPersonal ? "hidden" : raw;
  };
  return problems.map((problem) => ({ line: line.number, value: valueOf(problem), ...problem }));
}

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
      if (output) await write(output, csvLines(ofOneLine.map(reportLine)));
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
  // The next `write` throws the error.
  output.on("error", () => {});
  output.write(csvLines([["line", "column", "value", "expected"]]));
  return output;
}

const reportLine = ({ line, column, value, expected }: Rejection): string[] => [
  String(line),
  column,
  guardFormula(value),
  expected,
];

async function write(output: WriteStream, text: string): Promise<void> {
  if (output.errored) throw output.errored;
  if (!output.write(text)) await Promise.race([drained(output), finished(output)]);
}

const drained = (output: WriteStream) =>
  new Promise<void>((resolve) => output.once("drain", () => resolve()));

const shorten = (value: string) =>
  value === "" ? "(blank)" : value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
