import { once } from "node:events";
import type { FastifyReply, FastifyRequest } from "fastify";
import { createCompressor, encodingOf } from "./answer-encoding.js";
import { addVary } from "./send-text.js";

type Chunks = AsyncIterable<string | Uint8Array>;

/** What a handler sends in place of chunks that come one by one: the same compressed, where the client asks for it. */
export function compressChunks(request: FastifyRequest, reply: FastifyReply, chunks: Chunks): Chunks {
  addVary(reply);
  const accepted = request.headers["accept-encoding"];
  const encoding = accepted === undefined ? null : encodingOf(accepted, Infinity);
  if (encoding === null) return chunks;
  void reply.header("content-encoding", encoding);
  return compressEach(chunks, encoding);
}

/** One for each chunk, and one for the end. So all that came before an error is sent before it. */
async function* compressEach(chunks: Chunks, encoding: "br" | "gzip"): AsyncGenerator<Uint8Array> {
  const compressor = createCompressor(encoding);
  let parts: Buffer[] = [];
  compressor.on("data", (part: Buffer) => void parts.push(part));
  const take = (): Uint8Array => {
    // What is left to be read is told as data, too.
    while (compressor.read() !== null);
    const taken = Buffer.concat(parts);
    parts = [];
    return taken;
  };
  const write = (chunk: string | Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      compressor.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
  try {
    for await (const chunk of chunks) {
      await write(chunk);
      yield take();
    }
    // It has finished before its last bytes are there.
    await once(compressor.end(), "end");
    yield take();
  } finally {
    compressor.destroy();
  }
}
