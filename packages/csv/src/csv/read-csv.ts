import { pipeline } from "node:stream";
import { CsvError, parse, type Parser } from "csv-parse";
import type { Column } from "../file-kind.js";
import { FileError } from "./file-error.js";
import { detectDelimiter, matchColumns } from "./header.js";
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
   * The lines that are not blank, `size` lines at a time. Throws `FileError` where the file cannot be read any
   * further, and at the end of a file that was cut off.
   */
  batches(size: number): AsyncGenerator<readonly CsvLine[]>;
  /** Stops reading, even while it waits for more of a pipe. */
  close(): void;
}

/** A longer line is an error: most likely a quotation mark in it is never closed. */
const longestLineBytes = 1024 * 1024;

/** Opens a CSV file and checks its header. Throws `FileError`. */
export async function openCsv(
  path: string,
  columns: readonly Column[],
  onBytes: (bytes: number) => void = () => {},
): Promise<CsvFile> {
  const file = await openUtf8File(path, onBytes);
  const chunks = file.chunks();
  const head = await readFirstLine(chunks);
  const parser = parse({
    bom: true,
    delimiter: detectDelimiter(firstLineOf(head), columns),
    record_delimiter: ["\r\n", "\n"],
    relax_column_count: true,
    max_record_size: longestLineBytes,
  });
  pipeline(rejoin(head, chunks), parser, () => {});
  const records = recordsOf(path, parser);
  const first = await records.next();
  if (first.done) throw new FileError(`${path} is empty.`);
  const header = first.value;
  const positions = matchColumns(path, header, columns);
  const batches = (size: number) => inBatches(linesOf(path, records, file, { columns, positions }), size);
  return { size: file.size, positions, batches, close: () => parser.destroy() };
}

async function readFirstLine(chunks: AsyncGenerator<Buffer>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (!head.includes("\n")) {
    const next = await chunks.next();
    if (next.done) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

const firstLineOf = (head: Buffer) =>
  head.subarray(0, head.includes("\n") ? head.indexOf("\n") : head.length).toString("utf8");

async function* rejoin(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* rest;
}

async function* recordsOf(path: string, parser: Parser): AsyncGenerator<readonly string[]> {
  try {
    yield* parser;
  } catch (error) {
    throw error instanceof CsvError ? new FileError(explain(path, error, parser), { cause: error }) : error;
  }
}

function explain(path: string, { code }: CsvError, parser: Parser): string {
  const line = `line ${parser.info.lines}`;
  if (code === "CSV_QUOTE_NOT_CLOSED")
    return `${path} ends within quotation marks: it was cut off, or a " before ${line} is not closed.`;
  if (code === "CSV_MAX_RECORD_SIZE")
    return `${path}, before ${line}: a " that opens a cell is not closed, or a line is longer than 1 MB.`;
  return `${path}, ${line}: a " stands where none can. Within quotation marks it is written twice: "".`;
}

interface Layout {
  readonly columns: readonly Column[];
  readonly positions: readonly number[];
}

async function* linesOf(
  path: string,
  records: AsyncIterable<readonly string[]>,
  file: Utf8File,
  layout: Layout,
): AsyncGenerator<CsvLine> {
  let number = 2;
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
  for (const cell of cells) if (cell.includes("\n")) count += cell.split("\n").length - 1;
  return count;
}

/**
 * A file whose last line has no line break may have been cut off. It is accepted only if the line has all its cells
 * and the last cell cannot be the beginning of another value.
 */
function refuseCutLine(path: string, { number, cells }: CsvLine, { columns, positions }: Layout): void {
  const last = columns[positions.indexOf(positions.length - 1)];
  const cell = cells[positions.length - 1]?.trim() ?? "";
  const isWhole = cells.length === positions.length && last?.type.isPrefixFree && cell !== "";
  if (isWhole) return;
  throw new FileError(
    `${path} ends in the middle of line ${number}, without a line break: it may have been cut off. If it is whole, end its last line with a line break.`,
  );
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
