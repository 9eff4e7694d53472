import { promisify } from "node:util";
import type { Transform } from "node:stream";
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";

/** An encoding of an answer. Null: the answer is sent as it is. */
export type AnswerEncoding = "br" | "gzip" | null;

interface Accepted {
  readonly long: AnswerEncoding;
  readonly short: AnswerEncoding;
}

/** A shorter answer fits into one packet. */
const minCharacters = 1_024;

// On JSON, a higher level takes several times as long for a few percent.
const [compressGzip, compressBrotli] = [promisify(gzip), promisify(brotliCompress)];
const gzipOptions = { level: constants.Z_BEST_SPEED };
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const known = new LRUCache<string, Accepted>({ max: 100, memoMethod: negotiate });

/** How an answer of so many characters is sent to a client with this header Accept-Encoding. */
export function encodingOf(acceptEncoding: string, characters: number): AnswerEncoding {
  const { long, short } = known.memo(acceptEncoding);
  return characters < minCharacters ? short : long;
}

/** Compresses outside the event loop. */
export function compress(encoding: "br" | "gzip", bytes: Buffer): Promise<Buffer> {
  return encoding === "br" ? compressBrotli(bytes, brotliOptions) : compressGzip(bytes, gzipOptions);
}

/** Compresses what is written to it, and passes it on at once. */
export const createCompressor = (encoding: "br" | "gzip"): Transform =>
  encoding === "br"
    ? createBrotliCompress({ ...brotliOptions, flush: constants.BROTLI_OPERATION_FLUSH })
    : createGzip({ ...gzipOptions, flush: constants.Z_SYNC_FLUSH });

/**
 * @types/negotiator 0.6.5 does not know the second parameter, which negotiator 1.1.0 has. Without this `npm run typecheck`
 * fails.
 */
interface EncodingNegotiator {
  encodings(available: readonly string[], options: { readonly preferred: readonly string[] }): string[];
}

function negotiate(acceptEncoding: string): Accepted {
  const negotiator: EncodingNegotiator = new Negotiator({ headers: { "accept-encoding": acceptEncoding } });
  const preferred = ["br", "gzip", "identity"];
  const accepted = negotiator.encodings(preferred, { preferred });
  const long = toEncoding(accepted[0]);
  return { long, short: accepted.includes("identity") ? null : long };
}

function toEncoding(name: string | undefined): AnswerEncoding {
  return name === "br" || name === "gzip" ? name : null;
}
