import { HeaderMap } from "@apollo/server";
import { pino } from "pino";
import { describe, expect, test, vi } from "vitest";
import { createRateLimits } from "../src/rate-limits.js";
import { Redis } from "ioredis";
import { startFakeRedis } from "./support/fake-redis.js";
import { hasRedis, startRedis } from "./support/redis-server.js";

const limit = { name: "test", points: 100, seconds: 60 };

function createLogged(redisUrl: string | undefined) {
  const lines: string[] = [];
  const logger = pino({ level: "warn" }, { write: (line: string) => void lines.push(line) });
  const limits = createRateLimits({ redisUrl, logger });
  return { lines, limits, [Symbol.asyncDispose]: () => limits.close() };
}

const refusal = {
  message: "Too much was asked: expected at most 100 points in 60 s. Try again in 60 s.",
  extensions: {
    code: "RATE_LIMITED",
    http: { status: 429, headers: new HeaderMap([["retry-after", "60"]]) },
  },
};

test("a key gets no more than its points, and others do not notice", async () => {
  await using logged = createLogged(undefined);
  const limiter = logged.limits.limiter(limit);
  await limiter.take("one", 60);
  await expect(limiter.take("one", 41)).rejects.toMatchObject(refusal);
  await expect(limiter.take("two", 100)).resolves.toBeUndefined();
});

test("what is refused takes no points", async () => {
  await using logged = createLogged(undefined);
  const limiter = logged.limits.limiter(limit);
  await limiter.take("one", 60);
  await expect(limiter.take("one", 41)).rejects.toThrow("Too much");
  await expect(limiter.take("one", 40)).resolves.toBeUndefined();
});

test("what a process counts for itself is taken from the same points", async () => {
  const redis = await startFakeRedis();
  await using logged = createLogged(redis.url);
  const limiter = logged.limits.limiter(limit);
  await vi.waitFor(async () => {
    await limiter.take("connecting", 1);
    expect(redis.counts.has("test:connecting")).toBe(true);
  });
  for (const _ of [1, 2, 3]) await limiter.takeHere("caller", 30);
  expect(redis.counts.has("test:caller")).toBe(false);
  await expect(limiter.takeHere("caller", 11)).rejects.toMatchObject(refusal);
  await expect(limiter.take("caller", 11)).rejects.toMatchObject(refusal);
  await limiter.take("caller", 10);
  expect(redis.counts.get("test:caller")).toBe(10);
  await redis.stop();
});

test("limits of other names are counted apart", async () => {
  await using logged = createLogged(undefined);
  await logged.limits.limiter(limit).take("one", 100);
  const other = logged.limits.limiter({ ...limit, name: "other" });
  await expect(other.take("one", 100)).resolves.toBeUndefined();
});

test("who asks for the same limit again goes on counting", async () => {
  await using logged = createLogged(undefined);
  await logged.limits.limiter(limit).take("one", 60);
  await expect(logged.limits.limiter({ ...limit }).take("one", 41)).rejects.toMatchObject(refusal);
  await expect(logged.limits.limiter({ ...limit, points: 200 }).take("one", 200)).resolves.toBeUndefined();
});

test("all processes count together in Redis", async () => {
  const redis = await startFakeRedis();
  await using first = createLogged(redis.url);
  await using second = createLogged(redis.url);
  const [one, two] = [first, second].map(({ limits }) => limits.limiter(limit));
  // Until both are connected, each counts for itself.
  await vi.waitFor(async () => {
    await one?.take("connecting-1", 1);
    await two?.take("connecting-2", 1);
    expect([...redis.counts.keys()]).toEqual(["test:connecting-1", "test:connecting-2"]);
  });
  await one?.take("caller", 60);
  await expect(two?.take("caller", 41)).rejects.toMatchObject(refusal);
  expect(redis.counts.get("test:caller")).toBe(60);
  await redis.stop();
});

test("while Redis is away, limits are counted in memory, with one line in the log", async () => {
  const redis = await startFakeRedis();
  await using logged = createLogged(redis.url);
  const limiter = logged.limits.limiter(limit);
  await vi.waitFor(async () => {
    await limiter.take("connecting", 1);
    expect(redis.counts.has("test:connecting")).toBe(true);
  });
  await redis.stop();
  await limiter.take("caller", 60);
  await expect(limiter.take("caller", 41)).rejects.toMatchObject(refusal);
  await vi.waitFor(() => expect(logged.lines.join("")).toContain("Redis cannot be reached"));
  const again = await startFakeRedis(redis.port);
  await vi.waitFor(() => expect(logged.lines.at(-1)).toContain("Redis can be reached again"), 5_000);
  expect(logged.lines).toHaveLength(2);
  await again.stop();
});

describe.skipIf(!hasRedis)("with a real Redis", () => {
  /** A limiter whose connection is there. */
  async function startConnected(url: string) {
    const logged = createLogged(url);
    const limiter = logged.limits.limiter(limit);
    const watch = new Redis(url);
    await vi.waitFor(async () => {
      await limiter.take("connecting", 1);
      expect(await watch.exists("test:connecting")).toBe(1);
    });
    return { ...logged, limiter, watch };
  }

  test("points are taken only where enough are left, and again when the period has ended", async () => {
    await using redis = await startRedis();
    await using connected = await startConnected(redis.url);
    const { limiter, watch } = connected;
    await limiter.take("caller", 60);
    await expect(limiter.take("caller", 41)).rejects.toThrow("Too much");
    expect(await watch.get("test:caller")).toBe("60");
    await limiter.take("caller", 40);
    expect(await watch.pttl("test:caller")).toBeGreaterThan(50_000);
    await expect(limiter.take("other", 101)).rejects.toThrow("Too much");
    // What a period that ends does.
    await watch.del("test:caller");
    await limiter.take("caller", 100);
    watch.disconnect();
  });

  test("a Redis that hangs costs one wait, gives nothing for nothing and keeps nobody out", async () => {
    await using redis = await startRedis();
    await using connected = await startConnected(redis.url);
    const { limiter, watch } = connected;
    redis.pause();
    // The first one waits for a reply. Redis carries it out when it goes on.
    await limiter.take("caller", 20);
    for (const _ of [1, 2]) await limiter.take("caller", 20);
    await expect(limiter.take("caller", 41)).rejects.toThrow("Too much");
    redis.resume();
    await vi.waitFor(async () => expect(await watch.get("test:caller")).toBe("20"));
    await vi.waitFor(async () => {
      await limiter.take("again", 1);
      expect(await watch.exists("test:again")).toBe(1);
    }, 5_000);
    await expect(limiter.take("caller", 21)).rejects.toThrow("Too much");
    await limiter.take("caller", 20);
    expect(await watch.get("test:caller")).toBe("40");
    watch.disconnect();
  });
});
