import { hash } from "node:crypto";
import { anonymous } from "@an-sinh/server/caller";
import { Meters } from "@an-sinh/server/metrics/meters";
import { RedisConnection } from "@an-sinh/server/redis-connection";
import { describe, expect, test, vi } from "vitest";
import type { GatewayOptions } from "../../src/gateway-options.js";
import { hasRedis, startRedis } from "../../../packages/server/test/support/redis-server.js";
import { silent } from "../support/gateway.js";
import { cacheControlDirective, startVersioned } from "../support/versioned-graph.js";

const bees = {
  name: "bees",
  sdl: `${cacheControlDirective} type Query {
    hive(number: Int): String @cacheControl(maxAge: 60)
    mine: String @cacheControl(maxAge: 60, scope: PRIVATE)
    broken: String @cacheControl(maxAge: 60)
  }`,
  resolvers: {
    Query: {
      hive: (_: unknown, { number }: { number: number }) => `tổ ${number}`,
      mine: () => "x",
      broken: () => {
        throw new Error("broken");
      },
    },
  },
};

/** On a machine that is busy, nothing that the test waits for may be left out. */
const patient = { maxBytes: 1_000_000, checkMs: 1_000, redisTimeoutMs: 10_000 };

/** Gateways over the same supergraph, each with departments of a version. */
const startOn = (redisUrl: string, version = "v", options: Partial<GatewayOptions> = {}) =>
  startVersioned([{ ...bees, version: () => version }], "local", {
    redisUrl,
    responseCache: patient,
    ...options,
  });

/** As a gateway writes what it keeps. */
const withChecksum = (key: string, value: string) =>
  `${hash("sha256", `${key.slice("responses:1:".length)}\n${value}`, "base64")}\n${value}`;

const hive = (number: number) => `{ hive(number: ${number}) }`;
const answer = (number: number) => `{"data":{"hive":"tổ ${number}"}}`;

describe.skipIf(!hasRedis)("with a real Redis", () => {
  /** A Redis, and what stands in it. */
  async function startWatched() {
    const redis = await startRedis();
    const watch = new RedisConnection({ url: redis.url, timeoutMs: 5_000, logger: silent, without: "" });
    const keys = async () => (await watch.ask((asked) => asked.keys("*"))) ?? [];
    return {
      ...redis,
      watch,
      keys,
      /** Keys appear some time after the answer. */
      untilKeys: (count: number) => vi.waitFor(async () => expect(await keys()).toHaveLength(count), 5_000),
      [Symbol.asyncDispose]: async () => {
        watch.close();
        await redis[Symbol.asyncDispose]();
      },
    };
  }

  type Graph = Awaited<ReturnType<typeof startOn>>;

  /**
   * Asks another question until the gateway is connected, and all that it keeps stands in Redis: it looks there for the
   * broken answer, which is not kept, after that.
   */
  const untilConnected = (graph: Graph, keys: () => Promise<string[]>) => {
    let number = 1_000;
    return vi.waitFor(async () => {
      const before = (await keys()).length;
      await graph.text(hive((number += 1)));
      await graph.text("{ broken }");
      expect((await keys()).length).toBeGreaterThan(before);
    }, 5_000);
  };

  test("what one gateway keeps for everyone answers at another one, and what is for some does not leave", async () => {
    await using redis = await startWatched();
    await using one = await startOn(redis.url);
    await using other = await startOn(redis.url);
    await untilConnected(other, redis.keys);
    await untilConnected(one, redis.keys);
    const before = (await redis.keys()).length;
    const caller = { ...anonymous, subject: "somebody" };
    const officials = [
      { ...caller, scopes: ["s"] },
      { ...caller, areas: ["1"] },
    ];
    for (const official of officials) await one.text(hive(1), official);
    for (const query of ["{ mine }", hive(1)]) await one.text(query, caller);
    await redis.untilKeys(before + 1);
    const asked = other.queries().length;
    expect((await other.text(hive(1), { ...anonymous, subject: "else" })).trim()).toBe(answer(1));
    expect(other.queries()).toHaveLength(asked);
    await other.text("{ mine }", caller);
    for (const official of officials) await other.text(hive(1), official);
    expect(other.queries()).toHaveLength(asked + 3);
    expect(await redis.keys()).toHaveLength(before + 1);
    const kept = await redis.keys();
    const left = await redis.watch.ask((asking) => Promise.all(kept.map((key) => asking.pttl(key))));
    expect(left?.every((ms) => ms > 0 && ms <= 60_000)).toBe(true);
    expect(kept.every((key) => /^responses:1:[\w+/]{43}=$/.test(key))).toBe(true);
  });

  test("a gateway whose department has another version does not use what one before kept", async () => {
    await using redis = await startWatched();
    await using one = await startOn(redis.url, "old");
    await using other = await startOn(redis.url, "new");
    await untilConnected(other, redis.keys);
    await untilConnected(one, redis.keys);
    const before = (await redis.keys()).length;
    await one.text(hive(1));
    await redis.untilKeys(before + 1);
    const asked = other.queries().length;
    expect((await other.text(hive(1))).trim()).toBe(answer(1));
    expect(other.queries()).toHaveLength(asked + 1);
  });

  const strange: Readonly<Record<string, (good: string, other: string) => string>> = {
    garbage: () => "garbage",
    "nothing but line breaks": () => "\n\n\n",
    "a response without a checksum": () => '"v"\n{"data":{"hive":"another"}}',
    "a part of a good value": (good) => good.slice(0, -3),
    "the good value of another key": (_, other) => other,
    "a good value and more": (good) => `${good} `,
    "no UTF-8": (good) => `${good.slice(0, 60)}\u{fffd}${good.slice(61)}`,
    "another version": (good) => good.replace('"v"', '"w"'),
    "something too large": (good) => good + "x".repeat(4_000_000),
    "an object with the names of all objects": () => '{"__proto__":{"data":{}},"constructor":1}',
  };

  test("whatever stands in Redis, answers are right, and what none can have put there is counted", async () => {
    await using redis = await startWatched();
    await using one = await startOn(redis.url);
    const meters = new Meters();
    await using other = await startOn(redis.url, "v", { meters });
    await untilConnected(one, redis.keys);
    await untilConnected(other, redis.keys);
    await redis.watch.ask((asked) => asked.flushall());
    const kinds = Object.values(strange);
    for (let number = 0; number <= kinds.length; number += 1) await one.text(hive(number));
    await redis.untilKeys(kinds.length + 1);
    const keys = await redis.keys();
    await redis.watch.ask(async (asked) => {
      const values = await asked.mget(keys);
      for (const [at, key] of keys.entries()) {
        const value = strange && kinds[at]?.(values[at] ?? "", values[at + 1] ?? "");
        if (value === undefined) await asked.multi().del(key).lpush(key, "a list").exec();
        else await asked.set(key, value, "PX", 50_000);
      }
    });
    const asked = other.queries().length;
    for (let number = 0; number <= kinds.length; number += 1)
      expect((await other.text(hive(number))).trim()).toBe(answer(number));
    expect(other.queries()).toHaveLength(asked + kinds.length + 1);
    expect(await meters.registry.metrics()).toContain(
      `graph_response_cache_unreadable_total ${kinds.length}`,
    );
  });

  test("a value with a right checksum that is no response fails no request", async () => {
    const values = ["", "7\n{}", "v\n{}", '"v"\n', '"v"\n[', '"v"\nnull', '"v"\n{"data":[]}'];
    await using redis = await startWatched();
    await using one = await startOn(redis.url);
    await using other = await startOn(redis.url);
    await untilConnected(one, redis.keys);
    await untilConnected(other, redis.keys);
    await redis.watch.ask((asked) => asked.flushall());
    for (const [number] of values.entries()) await one.text(hive(number));
    await redis.untilKeys(values.length);
    const keys = await redis.keys();
    await redis.watch.ask((asked) =>
      asked.mset(keys.flatMap((key, at) => [key, withChecksum(key, values[at] ?? "")])),
    );
    await redis.watch.ask((asked) => Promise.all(keys.map((key) => asked.pexpire(key, 50_000))));
    for (const [number] of values.entries())
      expect((await other.text(hive(number))).trim()).toBe(answer(number));
  });

  test("a Redis that hangs and comes back fails no request, and is used again", async () => {
    await using redis = await startWatched();
    const responseCache = { ...patient, redisTimeoutMs: 100 };
    await using graph = await startOn(redis.url, "v", { responseCache });
    await untilConnected(graph, redis.keys);
    redis.pause();
    for (let number = 0; number < 30; number += 1)
      expect((await graph.text(hive(number % 20))).trim()).toBe(answer(number % 20));
    redis.resume();
    await untilConnected(graph, redis.keys);
  });
});

test("a Redis that is not there fails no request, and each process keeps its own", async () => {
  await using graph = await startOn("redis://127.0.0.1:1");
  for (const _ of [1, 2]) expect((await graph.text(hive(1))).trim()).toBe(answer(1));
  expect(graph.queries()).toHaveLength(1);
});
