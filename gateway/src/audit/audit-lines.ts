import type { FileHandle } from "node:fs/promises";
import { openLogFile, type ChainFiles } from "./audit-folder.js";

export interface LogLine {
  readonly text: string;
  /** From 1, for the first one that was read. */
  readonly number: number;
  /** Its bytes in the file. */
  readonly bytes: number;
  /** False: the file ends before the line does. */
  readonly isWhole: boolean;
}

const newLine = 10;

/** Who waits while a log is read. */
export interface LogReading {
  readonly onProgress?: (bytes: number, chain: string) => void;
  readonly signal?: AbortSignal;
}

/** The lines of a chain, with their files. */
export async function* linesOfChain(
  { chain, files }: ChainFiles,
  { onProgress, signal }: LogReading,
): AsyncGenerator<{ readonly file: string; readonly line: LogLine }> {
  for (const file of files) {
    for await (const line of linesOf(file)) {
      signal?.throwIfAborted();
      yield { file, line };
      onProgress?.(line.bytes, chain);
    }
  }
}

/** The lines of a file, one after the other. `start`: the byte at which the first one begins. */
export async function* linesOf(path: string, start = 0): AsyncGenerator<LogLine> {
  const file = await openLogFile(path);
  try {
    let number = 0;
    let rest: Buffer[] = [];
    for await (const chunk of file.createReadStream({ autoClose: false, start }) as AsyncIterable<Buffer>) {
      let next = 0;
      for (let end = chunk.indexOf(newLine); end !== -1; end = chunk.indexOf(newLine, next)) {
        number += 1;
        yield toLogLine([...rest, chunk.subarray(next, end)], number, true);
        rest = [];
        next = end + 1;
      }
      if (next < chunk.length) rest.push(chunk.subarray(next));
    }
    if (rest.length > 0) yield toLogLine(rest, number + 1, false);
  } finally {
    await file.close();
  }
}

function toLogLine(parts: readonly Buffer[], number: number, isWhole: boolean): LogLine {
  const bytes = Buffer.concat(parts);
  return { text: bytes.toString(), number, bytes: bytes.length + (isWhole ? 1 : 0), isWhole };
}

/** The first line of a file. Undefined: the file has no whole line. */
export async function firstLineOf(path: string): Promise<string | undefined> {
  for await (const { text, isWhole } of linesOf(path)) return isWhole ? text : undefined;
  return undefined;
}

/** Whether a file ends in the middle of a line. */
export async function isCutOff(path: string): Promise<boolean> {
  const file = await openLogFile(path);
  try {
    return await endsInsideLine(file);
  } finally {
    await file.close();
  }
}

async function endsInsideLine(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== newLine;
}
