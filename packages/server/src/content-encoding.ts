import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { bodyTooLarge, RequestError } from "./errors.js";

type Decode = (bytes: Buffer, limit: { readonly maxOutputLength: number }) => Promise<Buffer>;

// Each one works outside the event loop, and ends as soon as what it has written exceeds the limit.
const decoders: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ["gzip", promisify(gunzip)],
  ["x-gzip", promisify(gunzip)],
  ["deflate", promisify(inflate)],
  ["br", promisify(brotliDecompress)],
  ["identity", async (bytes) => bytes],
]);

/** Decodes the body of a request, to at most so many bytes. */
export async function decodeContent(encoding: string, bytes: Buffer, limitBytes: number): Promise<Buffer> {
  const decode = decoders.get(encoding.trim().toLowerCase());
  if (!decode) {
    const message = "Expected the content encoding gzip, deflate or br, or none.";
    throw new RequestError(415, "UNSUPPORTED_MEDIA_TYPE", message, {
      "accept-encoding": "gzip, deflate, br",
    });
  }
  try {
    return await decode(bytes, { maxOutputLength: limitBytes });
  } catch (error) {
    if (error instanceof RangeError) throw bodyTooLarge(limitBytes);
    const message = "The request is malformed: its body does not have the content encoding that it names.";
    throw new RequestError(400, "BAD_REQUEST", message);
  }
}
