import { HeaderMap } from "@apollo/server";
import { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { ClientError } from "./errors.js";
import type { Logger } from "./logger.js";

/** How many points a key may take in a period, which begins when it takes the first. */
export interface RateLimit {
  /** Limits of different names are counted apart. */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

export interface RateLimiter {
  /**
   * Takes points of a key, such as the subject of a caller. Throws `RATE_LIMITED`, with status 429 and Retry-After,
   * where too few are left. What is refused takes none.
   */
  take(key: string, points: number): Promise<void>;
}

/** Makes limiters that share what they count, and the connection by which they do. */
export interface RateLimits {
  limiter(limit: RateLimit): RateLimiter;
  close(): Promise<void>;
}

interface RateLimitsOptions {
  /** Where all processes count together. Undefined: each counts for itself. */
  readonly redisUrl: string | undefined;
  readonly logger: Logger;
}

/** Longer than a Redis takes that is well. */
const redisTimeoutMs = 250;

/** Counts in Redis where there is one. While it cannot be reached, each process counts for itself. */
export function createRateLimits({ redisUrl, logger }: RateLimitsOptions): RateLimits {
  const redis = redisUrl === undefined ? undefined : connect(redisUrl, logger);
  return {
    limiter: (limit) => {
      const options = { keyPrefix: limit.name, points: limit.points, duration: limit.seconds };
      const memory = new RateLimiterMemory(options);
      if (!redis) return toLimiter(memory, limit);
      const shared = {
        ...options,
        storeClient: redis,
        rejectIfRedisNotReady: true,
        insuranceLimiter: memory,
      };
      return toLimiter(new RateLimiterRedis(shared), limit);
    },
    close: async () => redis?.disconnect(),
  };
}

function connect(url: string, logger: Logger): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    commandTimeout: redisTimeoutMs,
    connectTimeout: 5_000,
    maxRetriesPerRequest: 0,
  });
  let isReachable = true;
  redis.on("error", ({ message }: Error) => {
    if (isReachable)
      logger.warn({ reason: message }, "Redis cannot be reached: limits are counted by process");
    isReachable = false;
  });
  redis.on("ready", () => {
    if (!isReachable) logger.warn("Redis can be reached again");
    isReachable = true;
  });
  return redis;
}

function toLimiter(counted: RateLimiterMemory | RateLimiterRedis, limit: RateLimit): RateLimiter {
  return {
    take: async (key, points) => {
      try {
        await counted.consume(key, points);
      } catch (result) {
        if (!(result instanceof RateLimiterRes)) throw result;
        await counted.reward(key, points);
        throw rateLimited(limit, Math.max(1, Math.ceil(result.msBeforeNext / 1000)));
      }
    },
  };
}

function rateLimited({ points, seconds }: RateLimit, retryAfter: number): ClientError {
  const message = `Too much was asked: expected at most ${points} points in ${seconds} s. Try again in ${retryAfter} s.`;
  const headers = new HeaderMap([["retry-after", String(retryAfter)]]);
  return new ClientError("RATE_LIMITED", message, { extensions: { http: { status: 429, headers } } });
}
