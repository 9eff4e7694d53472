import type { CsvLine } from "../csv/read-csv.js";
import type { Problem, Row } from "../file-kind.js";

/** A line of the file on its way into the database. */
export interface ImportRow {
  readonly line: CsvLine;
  /** What the line says, by column. */
  readonly cells: Row;
  /** What is to be stored, by property. Properties that the file does not decide are left out. */
  readonly values: Row;
  /** The row on record that has the same key. Null: there is none, or `compareRows` has not looked for it yet. */
  readonly before: Row | null;
}

export interface ExaminedRow {
  readonly row: ImportRow;
  /** Why the row cannot be stored. Empty: it can. */
  readonly problems: readonly Problem[];
}

/** Most rows have none. */
export const noProblems: readonly Problem[] = [];

interface StageResult {
  /** The rows for the next stage, with what this stage found out about them. */
  readonly accepted: readonly ImportRow[];
  readonly rejected: readonly ExaminedRow[];
}

/** One step of an import. It changes none of the rows that it is given. */
export type Stage = (rows: readonly ImportRow[]) => StageResult | Promise<StageResult>;

/** Sends lines through the stages. What one stage rejects does not reach the next. */
export async function runStages(stages: readonly Stage[], lines: readonly CsvLine[]): Promise<StageResult> {
  let accepted: readonly ImportRow[] = lines.map((line) => ({ line, cells: {}, values: {}, before: null }));
  const rejected: ExaminedRow[] = [];
  for (const stage of stages) {
    const result = await stage(accepted);
    accepted = result.accepted;
    rejected.push(...result.rejected);
  }
  return { accepted, rejected: rejected.toSorted((a, b) => a.row.line.number - b.row.line.number) };
}

/** Examines rows one by one and divides them by whether they have problems. */
export function examineRows<Examined extends ImportRow>(
  rows: readonly Examined[],
  examine: (row: Examined) => ExaminedRow,
): StageResult {
  const accepted: ImportRow[] = [];
  const rejected: ExaminedRow[] = [];
  for (const row of rows) {
    const examined = examine(row);
    if (examined.problems.length === 0) accepted.push(examined.row);
    else rejected.push(examined);
  }
  return { accepted, rejected };
}
