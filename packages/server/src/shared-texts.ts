import type { Redis } from "ioredis";
import { RedisConnection } from "./redis-connection.js";
import type { Logger } from "./logger.js";

/** Much longer than a Redis takes that is well. Whoever waits for it would rather do the work. */
const defaultTimeoutMs = 100;

/** What is sent to Redis and not confirmed may have so many bytes. */
const maxUnconfirmedBytes = 8 * 1024 * 1024;

/** What Redis says of the time that is left for a key that it does not have (any more). */
const forgotten = -2;

interface SharedTextsOptions {
  readonly redisUrl: string;
  readonly logger: Logger;
  /** How the keys in Redis begin. */
  readonly prefix: string;
  /** In UTF-8. What Redis has more is not read. */
  readonly maxBytes: number;
  /** See `RedisConnection`. */
  readonly without: string;
  /** How long a command may take. Default: 100. */
  readonly timeoutMs?: number | undefined;
}

/** What Redis holds under a key. It may be anything: others write there, too. */
export interface SharedText {
  readonly text: string;
  /** How long it is still kept, in milliseconds. Negative: for ever. */
  readonly leftMs: number;
}

/** Texts that processes share in Redis, each for a time. Redis may be away, slow or full: then there are none. */
export class SharedTexts {
  readonly #redis: RedisConnection;
  readonly #prefix: string;
  readonly #maxBytes: number;
  #unconfirmedBytes = 0;

  constructor({ redisUrl, logger, prefix, maxBytes, without, ...options }: SharedTextsOptions) {
    const { timeoutMs = defaultTimeoutMs } = options;
    this.#redis = new RedisConnection({ url: redisUrl, timeoutMs, logger, without });
    this.#prefix = prefix;
    this.#maxBytes = maxBytes;
  }

  /** Undefined: there is none, or Redis did not say. A longer one is cut off. */
  async get(key: string): Promise<SharedText | undefined> {
    const name = this.#prefix + key;
    const replies = await this.#redis.ask((redis) =>
      Promise.all([readStart(redis, name, this.#maxBytes), redis.pttl(name)]),
    );
    if (!replies) return undefined;
    const [bytes, leftMs] = replies;
    return bytes.length === 0 || leftMs === forgotten ? undefined : { text: bytes.toString(), leftMs };
  }

  /** Nobody waits for it, and it may be left out. Keeps it for whole milliseconds, at least one. */
  put(key: string, text: string, keptMs: number): void {
    const bytes = Buffer.from(text);
    const unconfirmed = this.#unconfirmedBytes + bytes.length;
    if (!this.#redis.isWell || bytes.length > this.#maxBytes || unconfirmed > maxUnconfirmedBytes) return;
    this.#unconfirmedBytes = unconfirmed;
    void this.#redis
      .ask((redis) => redis.set(this.#prefix + key, bytes, "PX", Math.max(1, Math.floor(keptMs))))
      .finally(() => (this.#unconfirmedBytes -= bytes.length));
  }

  close(): void {
    this.#redis.close();
  }
}

/** Where the key has no text, there is nothing to read. */
async function readStart(redis: Redis, name: string, maxBytes: number): Promise<Buffer> {
  try {
    return await redis.getrangeBuffer(name, 0, maxBytes);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("WRONGTYPE")) return Buffer.alloc(0);
    throw error;
  }
}
