import type { CsvLine } from "../csv/read-csv.js";
import type { Column, FileKind, Row, Value } from "../file-kind.js";
import type { Rejection } from "./rejections.js";

/** A line on its way into the database. */
export class Candidate {
  /** What it says, by column. */
  readonly cells: Record<string, Value> = {};
  /** What is to be stored, by property: what the file decides, not necessarily all of a row. */
  readonly row: Record<string, Value> = {};
  details: readonly Row[] = [];
  readonly rejections: Rejection[] = [];

  constructor(
    readonly kind: FileKind,
    readonly line: CsvLine,
    private readonly positions: readonly number[],
  ) {}

  reject(column: Column | string, expected: string): void {
    const name = typeof column === "string" ? column : column.name;
    const index = this.kind.columns.findIndex((other) => other.name === name);
    const raw = this.line.cells[this.positions[index] ?? -1] ?? "";
    const value = raw !== "" && this.kind.columns[index]?.isPersonal ? "hidden" : raw;
    this.rejections.push({ line: this.line.number, column: name, value, expected });
  }

  get isRejected(): boolean {
    return this.rejections.length > 0;
  }
}

/** Reads a line's cells by the types of its columns. */
export function readLine(kind: FileKind, line: CsvLine, positions: readonly number[]): Candidate {
  const candidate = new Candidate(kind, line, positions);
  if (line.cells.length !== positions.length) {
    const value = `${line.cells.length} cells`;
    candidate.rejections.push({
      line: line.number,
      column: "(whole line)",
      value,
      expected: `${positions.length} cells`,
    });
    return candidate;
  }
  for (const [index, column] of kind.columns.entries()) {
    const cell = line.cells[positions[index] ?? -1] ?? "";
    readCell(candidate, column, cell.trim());
  }
  return candidate;
}

function readCell(candidate: Candidate, column: Column, cell: string): void {
  const { name, property, type, isOptional } = column;
  if (cell === "") {
    if (isOptional) store(candidate, name, property, null);
    else candidate.reject(column, type.expected);
    return;
  }
  const result = type.schema.safeParse(cell);
  if (result.success) store(candidate, name, property, result.data);
  else candidate.reject(column, type.expected);
}

function store(candidate: Candidate, name: string, property: string | undefined, value: Value): void {
  candidate.cells[name] = value;
  if (property !== undefined) candidate.row[property] = value;
}
