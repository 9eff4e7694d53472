import { basename } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { replacePrivateFile } from "@an-sinh/server/private-files";
import { readReadEntry, type AuditKey, type ChainPlace } from "../audit/audit-entry.js";
import { boundStart, bucketSeal, bucketStart, indexPath, writeHeader } from "./file-index.js";
import { digestOf, IndexRecords, recordBytes, type Hit } from "./index-records.js";
import { verifiedEntries, type VerifiedEntry } from "./verified-entries.js";

const recordsInBucket = 128;

/** So many records are handled before others get their turn: about a millisecond. */
const recordsInTurn = 1_000;

/**
 * Makes the index of a file of entries, in the place of an earlier one. Verifies the file while it reads it, and holds
 * up nobody else. `before` is the hash before its first entry. Throws `LogDamagedError`.
 */
export async function makeIndex(
  file: string,
  key: AuditKey,
  before: string,
  signal?: AbortSignal,
): Promise<void> {
  const { records, bytes, last } = await readRecords(file, key, before, signal);
  if (!last) return;
  const buckets = Math.max(1, Math.ceil(records.count / recordsInBucket));
  const header = { file: basename(file), bytes, before, last, buckets };
  const { text, seal } = writeHeader(header, key);
  const index = Buffer.alloc(bucketStart(buckets, buckets, records.count));
  index.write(text);
  const bounds = await place(index, records, buckets);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if (bucket % 64 === 0) await nextTurn();
    const start = bucketStart(buckets, bucket, bounds[bucket] ?? 0);
    const end = start + ((bounds[bucket + 1] ?? 0) - (bounds[bucket] ?? 0)) * recordBytes;
    bucketSeal(key, seal, bucket, index.subarray(start, end)).copy(index, end);
  }
  signal?.throwIfAborted();
  await replacePrivateFile(indexPath(file), index);
}

/** All that a file says of reads. `last` is undefined where it has no entry. */
async function readRecords(file: string, key: AuditKey, before: string, signal: AbortSignal | undefined) {
  const records = new IndexRecords();
  let bytes = 0;
  let last: ChainPlace | undefined;
  for await (const entry of verifiedEntries(file, key, { offset: 0, before }, signal)) {
    await addRecords(records, entry);
    bytes = entry.end;
    last = { seq: entry.seq, hash: entry.hash };
  }
  return { records, bytes, last };
}

async function addRecords(records: IndexRecords, { body, offset }: VerifiedEntry): Promise<void> {
  const entry = readReadEntry(body);
  if (!entry) return;
  const hit = { time: Date.parse(entry.time), offset };
  for (const [type, ids] of Object.entries(entry.read)) await addIds(records, type, ids, hit);
}

async function addIds(records: IndexRecords, type: string, ids: readonly string[], hit: Hit): Promise<void> {
  for (const id of ids) {
    records.add(digestOf({ type, id }), hit);
    if (records.count % recordsInTurn === 0) await nextTurn();
  }
}

/** Puts each record into its bucket, in their order. Returns how many records are before each bucket. */
async function place(index: Buffer, records: IndexRecords, buckets: number): Promise<Uint32Array> {
  const words = new Uint32Array(index.buffer, index.byteOffset, index.length / 4);
  const bounds = new Uint32Array(buckets + 1);
  for (let record = 0; record < records.count; record += 1) {
    if (record % (10 * recordsInTurn) === 0) await nextTurn();
    const next = records.bucketOf(record, buckets) + 1;
    bounds[next] = (bounds[next] ?? 0) + 1;
  }
  for (let bucket = 1; bucket <= buckets; bucket += 1)
    bounds[bucket] = (bounds[bucket] ?? 0) + (bounds[bucket - 1] ?? 0);
  words.set(bounds, boundStart(0) / 4);
  const filled = bounds.slice();
  for (let record = 0; record < records.count; record += 1) {
    if (record % (10 * recordsInTurn) === 0) await nextTurn();
    const bucket = records.bucketOf(record, buckets);
    const position = filled[bucket] ?? 0;
    filled[bucket] = position + 1;
    records.copy(record, words, bucketStart(buckets, bucket, position));
  }
  return bounds;
}
