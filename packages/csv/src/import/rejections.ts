import { withoutSpaceAround } from "@an-sinh/subgraph-kit/text";
import { openOutputFile, type Output } from "../csv/output-file.js";
import { csvLines } from "../csv/write-csv.js";
import { wholeLine, type FileKind, type Problem } from "../file-kind.js";
import type { ExaminedRow } from "./stage.js";

/** Why a line is not stored. A line may have several reasons. It holds nothing of what stands in the line. */
export interface Rejection extends Problem {
  readonly line: number;
  /** "a blank", or how many cells the line has. Null: a value, which is not told, as it may be about a person. */
  readonly found: string | null;
}

/** Collects rejections. The first ones are kept to be shown; all are written to a file if one is given. */
export interface Rejections {
  /** How many lines were rejected. */
  readonly lines: number;
  readonly first: readonly Rejection[];
  has(line: number): boolean;
  add(ofOneLine: readonly Rejection[]): Promise<void>;
  /** Ends the file, which then has its name. */
  close(): Promise<void>;
  /** Call it instead of `close` when the import failed. */
  discard(): Promise<void>;
}

const shown = 20;

/** What to tell about a row's problems. `positions` says where each column stands in a line. */
export function rejectionsOf(
  kind: FileKind,
  positions: readonly number[],
  { row: { line }, problems }: ExaminedRow,
): Rejection[] {
  const find = ({ column }: Problem) => {
    if (column === wholeLine) return line.cells.length === 1 ? "1 cell" : `${line.cells.length} cells`;
    const index = kind.columns.findIndex(({ name }) => name === column);
    return withoutSpaceAround(line.cells[positions[index] ?? -1] ?? "") === "" ? "a blank" : null;
  };
  return problems.map((problem) => ({ line: line.number, found: find(problem), ...problem }));
}

/** Throws `FileError` where the file cannot be written. */
export async function collectRejections(file: string | null): Promise<Rejections> {
  const output = file === null ? null : await openReport(file);
  const first: Rejection[] = [];
  const lines = new Set<number>();
  return {
    get lines() {
      return lines.size;
    },
    first,
    has: (line) => lines.has(line),
    add: async (ofOneLine) => {
      for (const { line } of ofOneLine) lines.add(line);
      first.push(...ofOneLine.slice(0, Math.max(0, shown - first.length)));
      await output?.write(csvLines(ofOneLine.map(reportLine)));
    },
    close: async () => output?.finish(),
    discard: async () => output?.discard(),
  };
}

export const describeRejection = ({ line, column, expected, found }: Rejection): string =>
  `line ${line}, ${column}: expected ${expected}${found === null ? "" : `, but got: ${found}`}`;

async function openReport(file: string): Promise<Output> {
  const firstLine = csvLines([["line", "column", "expected", "found"]]);
  const output = await openOutputFile(file, firstLine);
  await output.write(firstLine);
  return output;
}

const reportLine = ({ line, column, expected, found }: Rejection): string[] => [
  String(line),
  column,
  expected,
  found ?? "",
];
