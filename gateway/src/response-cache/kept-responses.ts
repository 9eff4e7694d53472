import type { CacheState } from "@an-sinh/server/metrics/cache-metrics";
import { LRUCache } from "lru-cache";

/** A response as it is kept. */
export interface KeptResponse {
  /** Of its data. With another version, the subgraph may answer otherwise. */
  readonly version: string;
  /** The response as the text of a JSON object. */
  readonly text: string;
  /** By the time of the cache. */
  readonly expiresAt: number;
}

/** Larger ones are not kept, so that a few of them cannot drive out all others. */
export const largestKeptCharacters = 512 * 1024;

const bytesOfCharacter = 2;

/** Of a key and of what the cache has around an entry. */
const bytesAround = 400;

const bytesOf = ({ version, text }: KeptResponse): number =>
  bytesAround + bytesOfCharacter * (version.length + text.length);

/** The responses that a process keeps: those that were used most recently. */
export class KeptResponses {
  readonly #kept: LRUCache<string, KeptResponse>;
  readonly #now: () => number;
  #hits = 0;
  #misses = 0;

  constructor(maxBytes: number, now: () => number) {
    this.#kept = new LRUCache({ maxSize: maxBytes, sizeCalculation: bytesOf });
    this.#now = now;
  }

  /** Bytes are an estimate. */
  get state(): CacheState {
    const { size: entries, calculatedSize: bytes } = this.#kept;
    return { entries, bytes, hits: this.#hits, misses: this.#misses };
  }

  /** Counts whether a response that was kept is the answer, wherever it was kept. */
  count(isHit: boolean): void {
    if (isHit) this.#hits += 1;
    else this.#misses += 1;
  }

  get(key: string): KeptResponse | undefined {
    const kept = this.#kept.get(key);
    if (kept && kept.expiresAt > this.#now()) return kept;
    if (kept) this.#kept.delete(key);
    return undefined;
  }

  /** Returns whether it is another one than was kept. */
  put(key: string, response: KeptResponse): boolean {
    const known = this.#kept.peek(key);
    if (known?.version === response.version && known.expiresAt >= response.expiresAt) return false;
    this.#kept.set(key, response);
    return true;
  }
}
