import type { ChainPlace, ReadEntry } from "../audit/audit-entry.js";
import { latestIn, logFileName } from "../audit/audit-folder.js";
import { readAbout, type LookedUp } from "../audit/read-about.js";
import { findInIndex, type IndexHeader } from "./file-index.js";
import type { Hit } from "./index-records.js";
import { LogDamagedError } from "./log-damaged.js";
import { compareReads, type ReadPlace } from "./look-up-cursor.js";
import { makeIndex } from "./make-index.js";
import type { OpenedChain } from "./opened-chains.js";
import { entryAt, hashBefore, lastHashOf, verifiedEntries, type VerifiedEntry } from "./verified-entries.js";

/** Who read an object, and where the entry stands. */
export interface FoundRead extends ReadPlace {
  /** Without what else was read: that may be much. */
  readonly entry: Omit<ReadEntry, "read">;
}

export interface LookUp {
  readonly wanted: LookedUp;
  /** Only entries that come after this one, so that are older. Undefined: all. */
  readonly after: ReadPlace | undefined;
  /** No more than these are needed. */
  readonly limit: number;
  readonly signal: AbortSignal;
  readonly now: number;
}

/**
 * What a chain says of an object, the newest first. It reads file after file, and verifies what it reads: the entries, that
 * each file goes on where the one before ends, and that the end is as late as others say. Throws `LogDamagedError`.
 */
export async function* readsOfChain(chain: OpenedChain, lookUp: LookUp): AsyncGenerator<FoundRead> {
  let hasEnd = false;
  for (let number = chain.files.length; number > 0; number -= 1) {
    lookUp.signal.throwIfAborted();
    const { before, last, fresh, hits } = await readFile(chain, number, lookUp);
    // A process may have ended before it wrote into its last file.
    if (!hasEnd && (last || number === 1)) checkEnd(chain, last);
    hasEnd ||= last !== undefined;
    yield* fresh;
    for (const hit of hits.toReversed()) {
      lookUp.signal.throwIfAborted();
      const read = await readHit(chain, number, hit, before, lookUp);
      if (read) yield read;
    }
  }
}

interface FilePart {
  readonly before: string;
  readonly last: ChainPlace | undefined;
  /** What the index knows, the oldest first. */
  readonly hits: readonly Hit[];
  /** What is not indexed yet, the newest first. */
  readonly fresh: readonly FoundRead[];
}

async function readFile(chain: OpenedChain, number: number, lookUp: LookUp): Promise<FilePart> {
  const file = fileOf(chain, number);
  const { key } = chain;
  const before = number === 1 ? "" : await lastHashOf(fileOf(chain, number - 1));
  const find = () => findInIndex(file, key, lookUp.wanted);
  let indexed = await find();
  if (indexed?.header.before !== before && isComplete(chain, number, lookUp.now)) {
    // Where it cannot be written, the file itself says all.
    await makeIndex(file, key, before, lookUp.signal).catch(rethrowDamage);
    indexed = await find();
  }
  const header = indexed?.header.before === before ? indexed.header : undefined;
  if (header && (await hashBefore(file, header.bytes)) !== header.last.hash)
    throw new LogDamagedError(file, "what was indexed was altered");
  const { last = header?.last, reads } = await readRest(chain, number, header, before, lookUp);
  return { before, last, hits: (header && indexed?.hits) ?? [], fresh: reads };
}

function rethrowDamage(error: unknown): void {
  if (error instanceof LogDamagedError) throw error;
}

/** Whether nothing is added to a file any more. */
const isComplete = ({ chain, files }: OpenedChain, number: number, now: number): boolean =>
  number < files.length || latestIn(chain) < now;

/** Reads the entries that no index knows. Keeps of those about the object what is needed. */
async function readRest(
  chain: OpenedChain,
  number: number,
  header: IndexHeader | undefined,
  before: string,
  { wanted, after, limit, signal }: LookUp,
): Promise<{ readonly last?: ChainPlace; readonly reads: readonly FoundRead[] }> {
  const start = header
    ? { offset: header.bytes, before: header.last.hash, seq: header.last.seq }
    : { offset: 0, before, seq: number === 1 ? -1 : undefined };
  const quoted = JSON.stringify(wanted.id);
  const reads: FoundRead[] = [];
  let last: ChainPlace | undefined;
  for await (const entry of verifiedEntries(fileOf(chain, number), chain.key, start, signal)) {
    last = { seq: entry.seq, hash: entry.hash };
    const read = entry.body.includes(quoted) ? toRead(chain, entry, wanted) : undefined;
    if (!read || (after && compareReads(read, after) <= 0)) continue;
    reads.push(read);
    if (reads.length > 2 * limit) reads.splice(0, limit);
  }
  return { ...(last ? { last } : {}), reads: reads.toReversed() };
}

/** Undefined: it comes before what is wanted. */
async function readHit(
  chain: OpenedChain,
  number: number,
  { time, offset }: Hit,
  before: string,
  { wanted, after }: LookUp,
): Promise<FoundRead | undefined> {
  if (after && time > after.time) return undefined;
  const file = fileOf(chain, number);
  const read = toRead(chain, await entryAt(file, chain.key, offset, before), wanted);
  if (read?.time !== time) throw new LogDamagedError(file, `another entry stands at byte ${offset}`);
  return after && compareReads(read, after) <= 0 ? undefined : read;
}

/** Undefined: it says nothing of the object. */
function toRead(
  { chain }: OpenedChain,
  { body, seq }: VerifiedEntry,
  wanted: LookedUp,
): FoundRead | undefined {
  const found = readAbout(wanted, body);
  if (!found) return undefined;
  const { read: _, ...entry } = found;
  return { entry, chain, seq, time: Date.parse(entry.time) };
}

function checkEnd({ chain, stated }: OpenedChain, last: ChainPlace | undefined): void {
  for (const { seq, hash } of stated)
    if (!last || last.seq < seq || (last.seq === seq && last.hash !== hash))
      throw new LogDamagedError(chain, `entries are missing at its end: entry ${seq} was written`);
}

function fileOf({ chain, files }: OpenedChain, number: number): string {
  const file = files[number - 1];
  if (file?.endsWith(logFileName(chain, number))) return file;
  throw new LogDamagedError(chain, `its file ${number} is missing`);
}
