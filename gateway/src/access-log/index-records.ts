import { hash } from "node:crypto";

/** An object whose reads are looked up. */
export interface LookedUp {
  /** The name of its type. */
  readonly type: string;
  readonly id: string;
}

/** A line about an object. */
export interface Hit {
  /** In milliseconds since 1970. */
  readonly time: number;
  /** Where the line begins in its file. */
  readonly offset: number;
}

/** What stands for an object in an index. */
export const digestOf = ({ type, id }: LookedUp): Buffer => hash("sha256", `${type}\n${id}`, "buffer");

/** A record: five bytes of the object's digest, the time of the entry in six, and the offset of its line in five. */
export const recordBytes = 16;

const digestStart = 4;
const digestLength = 5;

/** Objects are spread over buckets by the first bytes of their digests. */
export const bucketOf = (digest: number, buckets: number): number => Math.floor((digest / 2 ** 32) * buckets);

/** The records of a file, in the order of its lines. */
export class IndexRecords {
  count = 0;
  #digests = new Uint32Array(256);
  #bytes = Buffer.alloc(256 * recordBytes);

  add(digest: Buffer, { time, offset }: Hit): void {
    if (this.count === this.#digests.length) this.#grow();
    const start = this.count * recordBytes;
    this.#digests[this.count] = digest.readUInt32BE(0);
    digest.copy(this.#bytes, start, digestStart, digestStart + digestLength);
    this.#bytes.writeUIntBE(time, start + 5, 6);
    this.#bytes.writeUIntBE(offset, start + 11, 5);
    this.count += 1;
  }

  /** The bucket of a record. */
  bucketOf(record: number, buckets: number): number {
    return bucketOf(this.#digests[record] ?? 0, buckets);
  }

  copy(record: number, target: Buffer, start: number): void {
    this.#bytes.copy(target, start, record * recordBytes, (record + 1) * recordBytes);
  }

  #grow(): void {
    const [digests, bytes] = [this.#digests, this.#bytes];
    this.#digests = new Uint32Array(2 * digests.length);
    this.#digests.set(digests);
    this.#bytes = Buffer.alloc(2 * bytes.length);
    bytes.copy(this.#bytes);
  }
}

/** The lines about an object in a bucket, in their order. */
export function hitsIn(bucket: Buffer, digest: Buffer): readonly Hit[] {
  const wanted = digest.subarray(digestStart, digestStart + digestLength);
  const hits: Hit[] = [];
  for (let start = 0; start < bucket.length; start += recordBytes) {
    if (wanted.compare(bucket, start, start + digestLength) !== 0) continue;
    hits.push({ time: bucket.readUIntBE(start + 5, 6), offset: bucket.readUIntBE(start + 11, 5) });
  }
  return hits;
}
