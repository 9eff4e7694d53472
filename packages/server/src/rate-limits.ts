import { HeaderMap } from "@apollo/server";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { ClientError } from "./errors.js";
import type { Logger } from "./logger.js";
import { RedisConnection } from "./redis-connection.js";
import { SharedPoints } from "./shared-points.js";

/** How many points a key may take in a period, which begins when it takes the first. */
export interface RateLimit {
  /** Limits of different names are counted apart. */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/** Its methods throw `RATE_LIMITED`, with status 429 and Retry-After, where too few points are left. What is refused takes none. */
export interface RateLimiter {
  /** Takes points of a key, such as the subject of a caller. */
  take(key: string, points: number): Promise<void>;
  /** Takes them in this process only, and asks nobody: for what others need not know of, or what is too frequent. */
  takeHere(key: string, points: number): Promise<void>;
}

/** Makes limiters that share what they count, and the connection by which they do. */
export interface RateLimits {
  /** The same one for the same limit, so that what was counted stays when a graph is replaced. */
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
  const limiters = new Map<string, { readonly limit: RateLimit; readonly limiter: RateLimiter }>();
  const limiterOf = (limit: RateLimit) => {
    const known = limiters.get(limit.name);
    if (known?.limit.points === limit.points && known.limit.seconds === limit.seconds) return known.limiter;
    const limiter = toLimiter(limit, redis && new SharedPoints(redis, limit));
    limiters.set(limit.name, { limit, limiter });
    return limiter;
  };
  return {
    limiter: limiterOf,
    close: async () => redis?.close(),
  };
}

const connect = (url: string, logger: Logger): RedisConnection =>
  new RedisConnection({ url, timeoutMs: redisTimeoutMs, logger, without: "limits are counted by process" });

/**
 * What a process counts for itself is taken from the limit by which it asks Redis. So a caller whose points were counted
 * here while Redis was away has not got them for nothing, and it has them again at the end of the period.
 */
function toLimiter(limit: RateLimit, shared: SharedPoints | undefined): RateLimiter {
  const own = new RateLimiterMemory({ points: limit.points, duration: limit.seconds });
  const takeHere = async (key: string, points: number) => {
    try {
      await own.consume(key, points);
    } catch (result) {
      if (!(result instanceof RateLimiterRes)) throw result;
      await own.reward(key, points);
      throw rateLimited(limit, result.msBeforeNext);
    }
  };
  if (!shared) return { take: takeHere, takeHere };
  const take = async (key: string, points: number) => {
    const counted = await own.get(key);
    const waitMs = await shared.take(key, points, limit.points - (counted?.consumedPoints ?? 0));
    if (waitMs === undefined) await takeHere(key, points);
    else if (waitMs > 0) throw rateLimited(limit, Math.max(waitMs, counted?.msBeforeNext ?? 0));
  };
  return { take, takeHere };
}

function rateLimited({ points, seconds }: RateLimit, waitMs: number): ClientError {
  const retryAfter = Math.max(1, Math.ceil(waitMs / 1_000));
  const message = `Too much was asked: expected at most ${points} points in ${seconds} s. Try again in ${retryAfter} s.`;
  const headers = new HeaderMap([["retry-after", String(retryAfter)]]);
  return new ClientError("RATE_LIMITED", message, { extensions: { http: { status: 429, headers } } });
}
