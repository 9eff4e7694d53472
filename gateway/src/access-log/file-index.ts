import { basename } from "node:path";
import { z } from "zod";
import { sealWith, type AuditKey } from "../audit/audit-entry.js";
import { openLogFile } from "../audit/audit-folder.js";
import type { LookedUp } from "../audit/read-about.js";
import { bucketOf, digestOf, hitsIn, recordBytes, type Hit } from "./index-records.js";

const headerSchema = z.strictObject({
  /** The name of the file. */
  file: z.string(),
  /** So far, from its beginning, the file is indexed. */
  bytes: z.number(),
  /** The hash before the first entry of the file. */
  before: z.string(),
  /** The last entry that is indexed. */
  last: z.strictObject({ seq: z.number(), hash: z.string() }),
  buckets: z.number(),
});

/**
 * What an index of a file of entries says of it. An index is a header, the beginnings of the buckets, and the buckets. The
 * header and each bucket are sealed with the key of the chain, so that nobody hides an entry by it. It is no record: what
 * is missing or damaged is made anew from the file.
 */
export type IndexHeader = Readonly<z.output<typeof headerSchema>>;

const sealBytes = 16;
/** The header is JSON, filled up with spaces. */
const headerBytes = 1024;

export const indexPath = (file: string): string => file.replace(/\.jsonl$/, ".index");

/** The text of a header, and what each bucket is sealed with. */
export function writeHeader(
  header: IndexHeader,
  key: AuditKey,
): { readonly text: string; readonly seal: string } {
  const seal = sealOfHeader(header, key);
  return { text: JSON.stringify({ ...header, seal }).padEnd(headerBytes), seal };
}

function readHeader(
  text: string,
  key: AuditKey,
): { readonly header: IndexHeader; readonly seal: string } | undefined {
  try {
    const { seal, ...header } = headerSchema.extend({ seal: z.string() }).parse(JSON.parse(text));
    return seal === sealOfHeader(header, key) ? { header, seal } : undefined;
  } catch {
    return undefined;
  }
}

const sealOfHeader = ({ file, bytes, before, last, buckets }: IndexHeader, key: AuditKey): string =>
  sealWith(key, ["index", file, bytes, before, last.seq, last.hash, buckets].join("\n"));

export const bucketSeal = (key: AuditKey, headerSeal: string, bucket: number, records: Buffer): Buffer =>
  Buffer.from(
    sealWith(key, `bucket\n${headerSeal}\n${bucket}\n${records.toString("base64")}`),
    "hex",
  ).subarray(0, sealBytes);

/** Where the beginning of a bucket stands: how many records are before it. */
export const boundStart = (bucket: number): number => headerBytes + 4 * bucket;

export const bucketStart = (buckets: number, bucket: number, recordsBefore: number): number =>
  boundStart(buckets + 1) + recordsBefore * recordBytes + bucket * sealBytes;

/** The lines about an object that an index knows, in their order. Undefined: there is no index that can be used. */
export async function findInIndex(
  file: string,
  key: AuditKey,
  wanted: LookedUp,
): Promise<{ readonly header: IndexHeader; readonly hits: readonly Hit[] } | undefined> {
  const handle = await openLogFile(indexPath(file)).catch(() => undefined);
  if (!handle) return undefined;
  const read = async (start: number, length: number) =>
    (await handle.read(Buffer.alloc(length), 0, length, start)).buffer;
  try {
    const { size } = await handle.stat();
    const found = readHeader((await read(0, headerBytes)).toString(), key);
    if (found?.header.file !== basename(file)) return undefined;
    const { header, seal } = found;
    const digest = digestOf(wanted);
    const bucket = bucketOf(digest.place, header.buckets);
    const bounds = await read(boundStart(bucket), 8);
    const [first, end] = [bounds.readUInt32LE(0), bounds.readUInt32LE(4)];
    const start = bucketStart(header.buckets, bucket, first);
    const length = (end - first) * recordBytes;
    if (length < 0 || start + length + sealBytes > size) return undefined;
    const bytes = await read(start, length + sealBytes);
    const records = bytes.subarray(0, length);
    if (!bucketSeal(key, seal, bucket, records).equals(bytes.subarray(length))) return undefined;
    return { header, hits: hitsIn(records, digest) };
  } finally {
    await handle.close();
  }
}
