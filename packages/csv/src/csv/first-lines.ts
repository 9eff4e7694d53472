import type { Column } from "../file-kind.js";
import { FileError } from "./file-error.js";
import { detectDelimiter, lineBreak, statedDelimiter } from "./header.js";

/** The bytes of a file from its header on, and how its cells are divided. */
export interface FromHeader {
  readonly delimiter: string;
  /** How many lines stand before these bytes. */
  readonly linesBefore: number;
  readonly chunks: AsyncIterable<Buffer>;
}

/** The lines before the header and the header itself are shorter: a spreadsheet has 16,384 columns. */
const longestHeadBytes = 64 * 1024;

/**
 * Reads as far as the header. Blank lines, and a line that only states the sign between cells, stand before it. Throws
 * `FileError` where it is too long: nothing of such a line is looked at.
 */
export async function readFirstLines(
  path: string,
  chunks: AsyncGenerator<Buffer>,
  columns: readonly Column[],
): Promise<FromHeader> {
  let head = Buffer.alloc(0);
  let found: Header | null = null;
  while (!found) {
    const next = await chunks.next();
    if (!next.done) head = Buffer.concat([head, next.value]);
    found = findHeader(head.subarray(0, longestHeadBytes), next.done === true);
    if (!found && head.length >= longestHeadBytes)
      throw new FileError(
        `${path}: expected a first line that names the columns, but it is longer than ${longestHeadBytes / 1024} kB.`,
      );
  }
  const { text, stated, linesBefore, bytesBefore } = found;
  return {
    delimiter: stated ?? detectDelimiter(text, columns),
    linesBefore,
    chunks: rejoin(head.subarray(bytesBefore), chunks),
  };
}

interface Header {
  readonly text: string;
  /** What a line before it states. Null: none does. */
  readonly stated: string | null;
  readonly linesBefore: number;
  readonly bytesBefore: number;
}

/** Null: more bytes are needed. `isAll`: there are no more. */
function findHeader(head: Buffer, isAll: boolean): Header | null {
  // Each byte is one character, so that lengths are those of the bytes.
  let rest = head.toString("latin1");
  let stated: string | null = null;
  for (let linesBefore = 0; ; linesBefore += 1) {
    const ended = lineBreak.exec(rest);
    const end = ended ? ended.index + ended[0].length : rest.length;
    // A line feed may follow a carriage return.
    if (end === rest.length && !isAll) return null;
    const text = Buffer.from(rest.slice(0, ended?.index), "latin1").toString("utf8");
    const delimiter = statedDelimiter(text);
    const isBefore = delimiter !== null || /^[\ufeff\s,;]*$/.test(text);
    if (!isBefore || !ended) return { text, stated, linesBefore, bytesBefore: head.length - rest.length };
    stated = delimiter ?? stated;
    rest = rest.slice(end);
  }
}

async function* rejoin(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  yield* rest;
}
