import { pipeline } from "node:stream";
import { CsvError, parse, type Parser } from "csv-parse";
import type { Column } from "../file-kind.js";
import { FileError } from "./file-error.js";
import { readFirstLines } from "./first-lines.js";
import { lineBreak, matchColumns } from "./header.js";
import { longestLineBytes, withShortLines } from "./short-lines.js";
import { openUtf8File, type Utf8File } from "./utf8-file.js";

/** One line below the header. */
export interface CsvLine {
  /** The number of its first line in the file, from 1: a cell may hold line breaks. */
  readonly number: number;
  /** In the order of the file. */
  readonly cells: readonly string[];
}

export interface CsvFile {
  /** In bytes. 0: not known, because it is a pipe. */
  readonly size: number;
  /** The position of each column in a line, from 0. */
  readonly positions: readonly number[];
  /**
   * The lines that are not blank, `size` lines at a time. Called again, it begins again; a pipe throws then. Throws
   * `FileError` where the file cannot be read any further, and at the end of a file that was cut off.
   */
  batches(size: number): AsyncGenerator<readonly CsvLine[]>;
  /** Stops reading, even while it waits for more of a pipe. */
  close(): void;
}

/** Opens a CSV file and checks its header. Throws `FileError`. */
export async function openCsv(
  path: string,
  columns: readonly Column[],
  onBytes: (bytes: number) => void = () => {},
): Promise<CsvFile> {
  let current = await startReading(path, columns, onBytes);
  const { size, positions } = current;
  let isRead = false;
  return {
    size,
    positions,
    close: () => current.close(),
    batches: async function* (linesPerBatch) {
      if (isRead && size === 0)
        throw new FileError(`${path} would have to be read twice: save it as a file and import that.`);
      if (isRead) current = await startReading(path, columns);
      isRead = true;
      yield* inBatches(current.lines, linesPerBatch);
    },
  };
}

interface Reading {
  readonly size: number;
  readonly positions: readonly number[];
  readonly lines: AsyncIterable<CsvLine>;
  close(): void;
}

async function startReading(
  path: string,
  columns: readonly Column[],
  onBytes: (bytes: number) => void = () => {},
): Promise<Reading> {
  const file = await openUtf8File(path, onBytes);
  const { delimiter, linesBefore, chunks } = await readFirstLines(
    path,
    withShortLines(path, file.chunks()),
    columns,
  );
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: longestLineBytes,
  });
  pipeline(chunks, parser, () => {});
  const records = recordsOf(path, parser, linesBefore);
  const first = await records.next();
  if (first.done) throw new FileError(`${path} is empty.`);
  const positions = matchColumns(path, first.value, columns);
  const headerLines = linesBefore + 1 + lineBreaksIn(first.value);
  const layout = { columns, positions, width: first.value.length, headerLines };
  const lines = linesOf(path, records, file, layout);
  return { size: file.size, positions, lines, close: () => parser.destroy() };
}

async function* recordsOf(
  path: string,
  parser: Parser,
  linesBefore: number,
): AsyncGenerator<readonly string[]> {
  try {
    yield* parser;
  } catch (error) {
    throw error instanceof CsvError
      ? new FileError(explain(path, error, linesBefore + parser.info.lines), { cause: error })
      : error;
  }
}

function explain(path: string, { code }: CsvError, number: number): string {
  const line = `line ${number}`;
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return `${path} ends within quotation marks: it was cut off, or a " before ${line} is not closed.`;
  if (code === "CSV_MAX_RECORD_SIZE")
    return `${path}, before ${line}: a " that opens a cell is not closed, or a line is longer than 1 MB.`;
  return `${path}, ${line}: a " stands where none can. Within quotation marks it is written twice: "".`;
}

interface Layout {
  readonly columns: readonly Column[];
  readonly positions: readonly number[];
  /** How many cells the header has. */
  readonly width: number;
  /** How many lines there are to the end of the header. */
  readonly headerLines: number;
}

async function* linesOf(
  path: string,
  records: AsyncIterable<readonly string[]>,
  file: Utf8File,
  layout: Layout,
): AsyncGenerator<CsvLine> {
  let number = layout.headerLines + 1;
  let last: CsvLine | null = null;
  for await (const cells of records) {
    const line = { number, cells };
    number += 1 + lineBreaksIn(cells);
    last = line;
    if (cells.some((cell) => cell !== "" && cell.trim() !== "")) yield line;
  }
  if (last && !file.endsLine()) refuseCutLine(path, last, layout);
}

function lineBreaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells)
    if (cell.includes("\n") || cell.includes("\r")) count += cell.split(lineBreak).length - 1;
  return count;
}

/**
 * A file whose last line has no line break may have been cut off. It is accepted only if the line has all its cells
 * and the last cell, written as an export writes it, cannot be the beginning of another value.
 */
function refuseCutLine(
  path: string,
  { number, cells }: CsvLine,
  { columns, positions, width }: Layout,
): void {
  const last = columns[positions.indexOf(width - 1)];
  // A spreadsheet may write blank cells after the last column.
  const isLastWhole = !last || (last.type.isPrefixFree && isAsExported(last, cells[width - 1]?.trim() ?? ""));
  if (cells.length >= width && isLastWhole) return;
  throw new FileError(
    `${path} ends in the middle of line ${number}, without a line break: it may have been cut off. If it is whole, end its last line with a line break.`,
  );
}

function isAsExported({ type }: Column, cell: string): boolean {
  const value = cell === "" ? null : (type.read(cell) ?? null);
  return value !== null && type.format(value) === cell;
}

async function* inBatches(lines: AsyncIterable<CsvLine>, size: number): AsyncGenerator<readonly CsvLine[]> {
  let batch: CsvLine[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
