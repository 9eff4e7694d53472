import { createRequire } from "node:module";
import type { Redis } from "ioredis";
import type { Logger } from "./logger.js";

/** After a command without a reply, so long none is sent: each request would wait for another one. */
const pauseMs = 1_000;

interface RedisConnectionOptions {
  readonly url: string;
  /** How long a command may take. */
  readonly timeoutMs: number;
  readonly logger: Logger;
  /** What is done without it, as the end of a sentence of the log. */
  readonly without: string;
}

/** Loaded only where there is a Redis: it takes a while. */
const loadRedis = () => (createRequire(import.meta.url)("ioredis") as typeof import("ioredis")).Redis;

/** A connection to Redis, without which a process has to do at any time. */
export class RedisConnection {
  readonly #redis: Redis;
  #pausedUntil = 0;
  #isWell = true;

  constructor({ url, timeoutMs, logger, without }: RedisConnectionOptions) {
    const OwnRedis = loadRedis();
    this.#redis = new OwnRedis(url, {
      enableOfflineQueue: false,
      commandTimeout: timeoutMs,
      connectTimeout: 5_000,
      maxRetriesPerRequest: 0,
    });
    logOutages(this.#redis, logger, without);
  }

  /** Whether it is connected, and the last command had a reply. */
  get isWell(): boolean {
    return this.#isWell && this.#redis.status === "ready";
  }

  /** The reply to a command. Undefined: Redis did not give one, and may have carried it out. */
  async ask<Reply>(command: (redis: Redis) => Promise<Reply>): Promise<Reply | undefined> {
    if (!this.#mayAsk()) return undefined;
    try {
      const reply = await command(this.#redis);
      this.#isWell = true;
      return reply;
    } catch {
      this.#isWell = false;
      this.#pausedUntil = performance.now() + pauseMs;
      return undefined;
    }
  }

  close(): void {
    this.#redis.disconnect();
  }

  /** After a pause, one command finds out for all whether Redis is back. */
  #mayAsk(): boolean {
    if (this.#redis.status !== "ready") return false;
    if (this.#isWell) return true;
    const now = performance.now();
    if (now < this.#pausedUntil) return false;
    this.#pausedUntil = now + pauseMs;
    return true;
  }
}

function logOutages(redis: Redis, logger: Logger, without: string): void {
  let isReachable = true;
  redis.on("error", ({ message }: Error) => {
    if (isReachable) logger.warn({ reason: message }, `Redis cannot be reached: ${without}`);
    isReachable = false;
  });
  redis.on("ready", () => {
    if (!isReachable) logger.warn("Redis can be reached again");
    isReachable = true;
  });
}
