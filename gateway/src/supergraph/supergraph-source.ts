import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { decodeUtf8 } from "@an-sinh/server/utf8";
import { basicAuthorization } from "../data-sources/basic-authorization.js";

/** Where the supergraph is. */
export type SupergraphLocation = { readonly file: string } | { readonly url: string };

/** Reads a supergraph again and again. */
export interface SupergraphSource {
  /** Rejects where it cannot be read, or where the signal fires first. */
  read(signal?: AbortSignal): Promise<string>;
  /** The text where it may be another one than at the last look. Rejects where it cannot be read. */
  look(signal: AbortSignal): Promise<string | undefined>;
}

/** A hundred times that of a large province. */
const maxBytes = 16 * 1024 * 1024;
const timeLimitMs = 10_000;

export const createSupergraphSource = (location: SupergraphLocation): SupergraphSource =>
  "file" in location ? new SupergraphFile(location.file) : new SupergraphUrl(location.url);

/** The name of a location, without a password. */
export function nameOf(location: SupergraphLocation): string {
  if ("file" in location) return location.file;
  const { origin, pathname } = new URL(location.url);
  return origin + pathname;
}

/**
 * A file. It is asked for its state, because no file system leaves that out: others tell nothing of files that came by
 * the network, or of a folder whose symbolic link was replaced.
 */
class SupergraphFile implements SupergraphSource {
  readonly #path: string;
  /** The state of the file at the last look, and at the last read. */
  #seen: string | undefined;
  #read: string | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  read(signal?: AbortSignal): Promise<string> {
    return readBounded(createReadStream(this.#path, { signal }));
  }

  async look(signal: AbortSignal): Promise<string | undefined> {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(this.#path, { bigint: true });
    const state = [dev, ino, size, mtimeNs, ctimeNs].join(" ");
    // While a file changes from look to look, it is being written.
    const isSettled = state === this.#seen;
    this.#seen = state;
    if (!isSettled || state === this.#read) return undefined;
    const text = await this.read(signal);
    this.#read = state;
    return text;
  }
}

class SupergraphUrl implements SupergraphSource {
  readonly #url: string;
  readonly #authorization: ReturnType<typeof basicAuthorization>;
  #etag: string | undefined;

  constructor(url: string) {
    this.#authorization = basicAuthorization(new URL(url));
    this.#url = withoutCredentials(url);
  }

  async read(signal?: AbortSignal): Promise<string> {
    const text = await this.#get({}, signal);
    if (text === undefined) throw new Error("expected a supergraph, but got: status 304");
    return text;
  }

  look(signal: AbortSignal): Promise<string | undefined> {
    const condition = this.#etag === undefined ? undefined : { "if-none-match": this.#etag };
    return this.#get({ ...condition }, signal);
  }

  /** Undefined: it has not changed. */
  async #get(condition: Record<string, string>, given: AbortSignal | undefined): Promise<string | undefined> {
    const signal = AbortSignal.any([AbortSignal.timeout(timeLimitMs), ...(given ? [given] : [])]);
    const headers = { accept: "*/*", ...this.#authorization, ...condition };
    // Imported only here: most supergraphs are files, and it takes a while.
    const { request } = await import("undici");
    const { statusCode, headers: head, body } = await request(this.#url, { headers, signal });
    if (statusCode !== 200) {
      await body.dump();
      if (statusCode === 304) return undefined;
      throw new Error(`expected status 200, but got: ${statusCode}`);
    }
    const text = await readBounded(body);
    const { etag } = head;
    this.#etag = typeof etag === "string" ? etag : undefined;
    return text;
  }
}

function withoutCredentials(url: string): string {
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  return bare.href;
}

async function readBounded(chunks: AsyncIterable<Buffer>): Promise<string> {
  const read: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new Error(`expected at most ${maxBytes} bytes`);
    read.push(chunk);
  }
  return decodeUtf8(Buffer.concat(read, bytes));
}
