import { chainHash, readLine, type AuditKey, type ChainPlace } from "../audit/audit-entry.js";
import { openLogFile } from "../audit/audit-folder.js";
import { linesOf } from "../audit/audit-lines.js";
import { LogDamagedError } from "./log-damaged.js";

export interface VerifiedEntry extends ChainPlace {
  readonly body: string;
  /** Where its line begins in the file. */
  readonly offset: number;
  /** Where the next line begins. */
  readonly end: number;
}

/** Where to begin in a file. */
interface FileStart {
  readonly offset: number;
  /** The hash of the entry before. Empty: there is none. */
  readonly before: string;
  /** The number of the entry before. Undefined: unknown, the first line says it. */
  readonly seq?: number | undefined;
}

/** The entries of a file from a place on, each after it was verified. Throws `LogDamagedError`. */
export async function* verifiedEntries(
  file: string,
  key: AuditKey,
  start: FileStart,
  signal?: AbortSignal,
): AsyncGenerator<VerifiedEntry> {
  let { offset, before, seq } = start;
  for await (const { text, bytes, isWhole } of linesOf(file, offset)) {
    signal?.throwIfAborted();
    // It is being written, or its process was killed.
    if (!isWhole) return;
    const line = readLine(text);
    const isNext = line && (seq === undefined || line.seq === seq + 1);
    if (!isNext || line.hash !== chainHash(key, before, line.body))
      throw new LogDamagedError(
        file,
        `the line at byte ${offset} was altered, or is not the one that followed`,
      );
    yield { ...line, offset, end: offset + bytes };
    offset += bytes;
    ({ seq, hash: before } = line);
  }
}

/** The end of each line: `"hash":"…"}` and a line feed. */
const hashBytes = 75;

/** The entry whose line begins at an offset. `before` is the hash before the first line of the file. */
export async function entryAt(
  file: string,
  key: AuditKey,
  offset: number,
  before: string,
): Promise<VerifiedEntry> {
  const previous = offset === 0 ? before : await hashBefore(file, offset);
  for await (const entry of verifiedEntries(file, key, { offset, before: previous })) return entry;
  throw new LogDamagedError(file, `expected a line at byte ${offset}`);
}

/** The hash of the last entry in a file. */
export async function lastHashOf(file: string): Promise<string> {
  const handle = await openLogFile(file);
  const { size } = await handle.stat().finally(() => handle.close());
  return hashBefore(file, size);
}

/** The hash of the entry whose line ends at an offset. */
export async function hashBefore(file: string, offset: number): Promise<string> {
  const handle = await openLogFile(file);
  const start = Math.max(0, offset - hashBytes);
  const { buffer, bytesRead } = await handle
    .read(Buffer.alloc(hashBytes), 0, offset - start, start)
    .finally(() => handle.close());
  const [, hash] = /"hash":"([0-9a-f]{64})"\}\n$/.exec(buffer.toString("latin1", 0, bytesRead)) ?? [];
  if (hash === undefined) throw new LogDamagedError(file, `expected the end of a line before byte ${offset}`);
  return hash;
}
