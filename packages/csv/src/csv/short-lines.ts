import { FileError } from "./file-error.js";

/** A longer line is an error: most likely a quotation mark in it is never closed. */
export const longestLineBytes = 1024 * 1024;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * The same chunks. Throws `FileError` within a line that is too long. The limit of csv-parse 7.0.3 does not count the
 * signs between cells: it reads a line of 150 MB of commas to its end. Test: packages/csv/test/bounds.test.ts.
 */
export async function* withShortLines(path: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    const first = firstBreak(chunk);
    if (bytes + first > longestLineBytes) throw new FileError(`${path}: a line is longer than 1 MB.`);
    bytes = first === chunk.length ? bytes + first : chunk.length - lastBreak(chunk);
    yield chunk;
  }
}

/** The length of the chunk where it has no line break. */
function firstBreak(chunk: Buffer): number {
  const ends = [chunk.indexOf(lineFeed), chunk.indexOf(carriageReturn)].filter((index) => index >= 0);
  return Math.min(chunk.length, ...ends);
}

const lastBreak = (chunk: Buffer): number =>
  Math.max(chunk.lastIndexOf(lineFeed), chunk.lastIndexOf(carriageReturn));
