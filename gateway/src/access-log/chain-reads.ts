import type { ChainPlace, ReadEntry } from "../audit/audit-entry.js";
import { latestIn, logFileName } from "../audit/audit-folder.js";
import { readAbout, type LookedUp } from "../audit/read-about.js";
import { findInIndex, type IndexHeader } from "./file-index.js";
import type { Hit } from "./index-records.js";
import { LogDamagedError } from "./log-damaged.js";
import type { ReadPlace } from "./look-up-cursor.js";
import { makeIndex } from "./make-index.js";
import type { OpenedChain } from "./opened-chains.js";
import { isWithin, type PageRange } from "./page-range.js";
import { entryAt, hashBefore, lastHashOf, verifiedEntries, type VerifiedEntry } from "./verified-entries.js";

/** Who read an object, and where the entry stands. */
export interface FoundRead extends ReadPlace {
  /** Without what else was read: that may be much. */
  readonly entry: Omit<ReadEntry, "read">;
}

export interface LookUp {
  readonly wanted: LookedUp;
  /** One more entry than its size is needed. */
  readonly range: PageRange;
  readonly signal: AbortSignal;
  readonly now: number;
}

/**
 * What a chain says of an object: the newest first, or for a page from the end the oldest. It reads file after file, and
 * verifies what it reads: the entries, that each file goes on where the one before ends, and that the end is as late as
 * others say. Throws `LogDamagedError`.
 */
export async function* readsOfChain(chain: OpenedChain, lookUp: LookUp): AsyncGenerator<FoundRead> {
  const { isBackward } = lookUp.range;
  const latest = await readEnd(chain, lookUp);
  const numbers = chain.files.map((_, index) => index + 1);
  for (const number of isBackward ? numbers : numbers.toReversed()) {
    lookUp.signal.throwIfAborted();
    const part = latest.get(number) ?? (await readFile(chain, number, lookUp));
    if (isBackward) yield* hitsOf(chain, number, part, lookUp);
    yield* part.fresh;
    if (!isBackward) yield* hitsOf(chain, number, part, lookUp);
  }
}

/** Reads the last files, as far as the last entry. A process may have ended before it wrote into its last file. */
async function readEnd(chain: OpenedChain, lookUp: LookUp): Promise<ReadonlyMap<number, FilePart>> {
  const parts = new Map<number, FilePart>();
  for (let number = chain.files.length; number > 0; number -= 1) {
    lookUp.signal.throwIfAborted();
    const part = await readFile(chain, number, lookUp);
    parts.set(number, part);
    if (!part.last && number > 1) continue;
    checkEnd(chain, part.last);
    break;
  }
  return parts;
}

async function* hitsOf(
  chain: OpenedChain,
  number: number,
  { before, hits }: FilePart,
  lookUp: LookUp,
): AsyncGenerator<FoundRead> {
  for (const hit of lookUp.range.isBackward ? hits : hits.toReversed()) {
    lookUp.signal.throwIfAborted();
    const read = await readHit(chain, number, hit, before, lookUp);
    if (read) yield read;
  }
}

interface FilePart {
  readonly before: string;
  readonly last: ChainPlace | undefined;
  /** What the index knows, the oldest first. */
  readonly hits: readonly Hit[];
  /** What is not indexed yet, in the order of the page. */
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
  { wanted, range, signal }: LookUp,
): Promise<{ readonly last?: ChainPlace; readonly reads: readonly FoundRead[] }> {
  const start = header
    ? { offset: header.bytes, before: header.last.hash, seq: header.last.seq }
    : { offset: 0, before, seq: number === 1 ? -1 : undefined };
  const quoted = JSON.stringify(wanted.id);
  const { size, isBackward } = range;
  const reads: FoundRead[] = [];
  let last: ChainPlace | undefined;
  for await (const entry of verifiedEntries(fileOf(chain, number), chain.key, start, signal)) {
    last = { seq: entry.seq, hash: entry.hash };
    const read = entry.body.includes(quoted) ? toRead(chain, entry, wanted) : undefined;
    if (!read || !isWithin(read, range) || (isBackward && reads.length > size)) continue;
    reads.push(read);
    if (reads.length > 2 * (size + 1)) reads.splice(0, size + 1);
  }
  return { ...(last ? { last } : {}), reads: isBackward ? reads : reads.toReversed() };
}

/** Undefined: it is not in the range. */
async function readHit(
  chain: OpenedChain,
  number: number,
  { time, offset }: Hit,
  before: string,
  { wanted, range }: LookUp,
): Promise<FoundRead | undefined> {
  if (range.after && time > range.after.time) return undefined;
  if (range.before && time < range.before.time) return undefined;
  const file = fileOf(chain, number);
  const read = toRead(chain, await entryAt(file, chain.key, offset, before), wanted);
  if (read?.time !== time) throw new LogDamagedError(file, `another entry stands at byte ${offset}`);
  return isWithin(read, range) ? read : undefined;
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
