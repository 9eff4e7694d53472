import type { Column } from "../file-kind.js";
import { detectDelimiter, lineBreak, statedDelimiter } from "./header.js";

/** The bytes of a file from its header on, and how its cells are divided. */
export interface FromHeader {
  readonly delimiter: string;
  /** How many lines stand before these bytes. */
  readonly linesBefore: number;
  readonly chunks: AsyncIterable<Buffer>;
}

/** A header is shorter. */
const longestHeadBytes = 1024 * 1024;

/** Reads as far as the header. Blank lines, and a line that only states the sign between cells, stand before it. */
export async function readFirstLines(
  chunks: AsyncGenerator<Buffer>,
  columns: readonly Column[],
): Promise<FromHeader> {
  let head = Buffer.alloc(0);
  let found: Header | null = null;
  while (!found) {
    const next = await chunks.next();
    if (!next.done) head = Buffer.concat([head, next.value]);
    const isAll = next.done === true || head.length > longestHeadBytes;
    found = findHeader(head, isAll);
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
