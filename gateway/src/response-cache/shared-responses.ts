import { hash } from "node:crypto";
import type { Logger } from "@an-sinh/server/logger";
import { SharedTexts } from "@an-sinh/server/shared-texts";
import { largestKeptCharacters, type KeptResponse } from "./kept-responses.js";

/** Another number for another form of the values. */
const prefix = "responses:1:";

/** A UTF-16 character has at most so many bytes in UTF-8. The rest is for the version and the checksum. */
const largestValueBytes = 3 * largestKeptCharacters + 2_000;

interface SharedOptions {
  readonly redisUrl: string;
  readonly logger: Logger;
  /** See `ResponseCacheSettings`. */
  readonly timeoutMs?: number | undefined;
  readonly now: () => number;
}

/** How the shared responses were asked for, since the start. */
export interface SharedState {
  readonly hits: number;
  readonly misses: number;
  /** Values that nobody put there as they are. */
  readonly unreadable: number;
}

/**
 * Responses that the processes of a gateway share in Redis. A value is a checksum of all that follows and of its key, a
 * line break, the version as JSON, a line break and the text.
 */
export class SharedResponses {
  readonly #texts: SharedTexts;
  readonly #now: () => number;
  #hits = 0;
  #misses = 0;
  #unreadable = 0;

  constructor({ now, ...options }: SharedOptions) {
    const without = "responses are kept by process";
    this.#texts = new SharedTexts({ ...options, prefix, maxBytes: largestValueBytes, without });
    this.#now = now;
  }

  get state(): SharedState {
    return { hits: this.#hits, misses: this.#misses, unreadable: this.#unreadable };
  }

  async get(key: string): Promise<KeptResponse | undefined> {
    const found = await this.#texts.get(key);
    const read = found && found.leftMs > 0 ? readValue(key, found.text) : undefined;
    if (found && !read) this.#unreadable += 1;
    if (read) this.#hits += 1;
    else this.#misses += 1;
    return found && read && { ...read, expiresAt: this.#now() + found.leftMs };
  }

  put(key: string, { version, text, expiresAt }: KeptResponse): void {
    const leftMs = expiresAt - this.#now();
    if (leftMs < 1) return;
    const value = `${JSON.stringify(version)}\n${text}`;
    this.#texts.put(key, `${checksum(key, value)}\n${value}`, leftMs);
  }

  close(): void {
    this.#texts.close();
  }
}

const checksum = (key: string, value: string): string => hash("sha256", `${key}\n${value}`, "base64");

/** Undefined: it is none of ours, or a part of one. */
function readValue(key: string, value: string): Pick<KeptResponse, "version" | "text"> | undefined {
  const start = value.indexOf("\n") + 1;
  const end = value.indexOf("\n", start);
  if (start === 0 || end < 0 || value.slice(0, start - 1) !== checksum(key, value.slice(start)))
    return undefined;
  const version = readVersion(value.slice(start, end));
  return version === undefined ? undefined : { version, text: value.slice(end + 1) };
}

function readVersion(json: string): string | undefined {
  try {
    const version: unknown = JSON.parse(json);
    return typeof version === "string" ? version : undefined;
  } catch {
    return undefined;
  }
}
