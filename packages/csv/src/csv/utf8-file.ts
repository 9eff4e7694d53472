import { createReadStream, open as openFile, type Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { Socket } from "node:net";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { FileError } from "./file-error.js";

const chunkBytes = 256 * 1024;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** A text file that is read in chunks. */
export interface Utf8File {
  /** In bytes. 0: a pipe, whose size is not known. */
  readonly size: number;
  /** Its bytes. Throws `FileError` at a chunk that is not UTF-8. */
  chunks(): AsyncGenerator<Buffer>;
  /** Whether the last byte read so far ends a line. */
  endsLine(): boolean;
}

export async function openUtf8File(path: string, onBytes: (bytes: number) => void): Promise<Utf8File> {
  const found = await findFile(path);
  const { size } = found;
  if (size === 0 && found.isFile()) throw new FileError(`${path} is empty.`);
  let last = lineFeed;
  return {
    size,
    endsLine: () => last === lineFeed || last === carriageReturn,
    chunks: async function* () {
      const decoder = new TextDecoder("utf-8", { fatal: true });
      let isFirst = true;
      for await (const chunk of await openBytes(path, found)) {
        if (!Buffer.isBuffer(chunk)) throw new TypeError("Expected bytes from a file.");
        if (isFirst) refuseOtherFormats(path, chunk);
        isFirst = false;
        last = chunk[chunk.length - 1] ?? last;
        decode(path, () => decoder.decode(chunk, { stream: true }));
        onBytes(chunk.length);
        yield chunk;
      }
      decode(path, () => decoder.decode());
    },
  };
}

const open = promisify(openFile);

/** Node 20.20.2 cannot exit while it reads from a pipe as from a file: test/programs/import-faults.test.ts. */
const openBytes = async (path: string, found: Stats): Promise<Readable> =>
  found.isFIFO()
    ? new Socket({ fd: await open(path, "r"), readable: true, writable: false })
    : createReadStream(path, { highWaterMark: chunkBytes });

async function findFile(path: string): Promise<Stats> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new FileError(`There is no file ${path}, or it cannot be read.`, { cause });
  });
  if (found.isDirectory()) throw new FileError(`${path} is a folder: expected a CSV file.`);
  return found;
}

const advice = "Save it as CSV in UTF-8 (in a spreadsheet: “CSV UTF-8”) and import it again.";

function decode(path: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    throw new FileError(`${path} is not in UTF-8: it may be in TCVN3, VNI or Windows-1258. ${advice}`, {
      cause,
    });
  }
}

function refuseOtherFormats(path: string, bytes: Buffer): void {
  const start = bytes.subarray(0, 4).toString("latin1");
  if (start.startsWith("PK\u0003\u0004"))
    throw new FileError(`${path} is a spreadsheet or ZIP file. ${advice}`);
  const isUtf16 = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
  if (isUtf16 || bytes.includes(0)) throw new FileError(`${path} is in UTF-16 or not text at all. ${advice}`);
}
