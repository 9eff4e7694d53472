import { expect, test, vi } from "vitest";
import type { SubgraphSource } from "../../src/data-sources/subgraph-source.js";
import { ResponseCache } from "../../src/response-cache/response-cache.js";
import { newContext, variables } from "../support/far-subgraph.js";
import { silent } from "../support/gateway.js";
import { cacheControlDirective, startVersioned } from "../support/versioned-graph.js";

/** Answers when the test says so, with the number that it had when it was asked. */
function slowCounter() {
  const state = { count: 1, waiting: [] as (() => void)[], holds: true };
  const subgraph = {
    name: "slow",
    sdl: `${cacheControlDirective} type Query { count: Int @cacheControl(maxAge: 60) } type Mutation { raise: Int }`,
    resolvers: {
      Query: {
        count: async () => {
          const seen = state.count;
          if (state.holds) await new Promise<void>((resolve) => state.waiting.push(resolve));
          return seen;
        },
      },
      Mutation: { raise: () => (state.count += 1) },
    },
    version: () => `v${state.count}`,
  };
  return { state, subgraph };
}

const query = "{ count }";

test("when one of several who wait leaves, the others get the answer, and it is kept", async () => {
  const { state, subgraph } = slowCounter();
  await using graph = await startVersioned([subgraph], "http");
  const leaving = new AbortController();
  const left = graph.text(query, undefined, {}, leaving.signal).catch((error: Error) => error.name);
  await vi.waitFor(() => expect(state.waiting).toHaveLength(1));
  const others = [1, 2].map(() => graph.text(query));
  await vi.waitFor(() => expect(graph.gateway.subgraphStates()[0]?.sharedFetches).toBe(2));
  leaving.abort();
  expect(await left).toBe("AbortError");
  for (const answer of state.waiting) answer();
  for (const text of await Promise.all(others)) expect(text.trim()).toBe('{"data":{"count":1}}');
  expect((await graph.text(query)).trim()).toBe('{"data":{"count":1}}');
  expect(graph.queries()).toHaveLength(1);
});

test("who joins a call of before a change gets what it says, and nobody after", async () => {
  const { state, subgraph } = slowCounter();
  await using graph = await startVersioned([subgraph], "http", {
    responseCache: { maxBytes: 1_000_000, checkMs: 0 },
  });
  const first = graph.text(query);
  await vi.waitFor(() => expect(state.waiting).toHaveLength(1));
  state.count = 2;
  const joined = graph.text(query);
  await vi.waitFor(() => expect(graph.gateway.subgraphStates()[0]?.sharedFetches).toBe(1));
  state.holds = false;
  for (const answer of state.waiting) answer();
  for (const text of await Promise.all([first, joined])) expect(text.trim()).toBe('{"data":{"count":1}}');
  expect((await graph.text(query)).trim()).toBe('{"data":{"count":2}}');
});

test.each([
  { tookMs: 0, asked: ["{a}"] },
  { tookMs: 60_000, asked: ["{a}", "{__typename}"] },
])("a version counts from when its call was sent, which was $tookMs ms ago", async ({ tookMs, asked }) => {
  const seen: string[] = [];
  const source: SubgraphSource = {
    fetch: async ({ query: sent }) => {
      seen.push(sent);
      return { data: { a: 1 }, versioned: { version: "v", askedAt: performance.now() - tookMs } };
    },
  };
  const cache = new ResponseCache({ maxBytes: 1_000_000, checkMs: 60_000, logger: silent });
  const policy = { key: "a", maxAgeMs: 600_000, isPrivate: false };
  const operation = { query: "{a}", operationName: undefined, isMutation: false, cache: policy };
  const kept = cache.around(source);
  for (const wasKept of [undefined, true]) {
    const response = await kept.fetch(operation, variables(), newContext());
    response.keep?.();
    expect(response.wasKept).toBe(wasKept);
  }
  expect(seen).toEqual(asked);
});

test("data that changed while a response was made is shown under no older version for longer than a check", async () => {
  const { state, subgraph } = slowCounter();
  // The version is read, then the data changes, and then it is read: newer than its version.
  const versions = ["v1", "v2", "v2"];
  state.holds = false;
  await using graph = await startVersioned(
    [{ ...subgraph, version: () => versions.shift() ?? "v2" }],
    "local",
    {
      responseCache: { maxBytes: 1_000_000, checkMs: 0 },
    },
  );
  state.count = 2;
  for (const _ of [1, 2, 3]) expect((await graph.text(query)).trim()).toBe('{"data":{"count":2}}');
  // What was kept under the version of before was asked again.
  expect(graph.queries()).toHaveLength(2);
});

test("another supergraph does not look at what was kept for the one before", async () => {
  const { state, subgraph } = slowCounter();
  state.holds = false;
  await using graph = await startVersioned([subgraph], "local");
  for (const _ of [1, 2]) await graph.text(query);
  expect(graph.queries()).toHaveLength(1);
  const { supergraphSdl, sourceFor } = graph;
  await graph.gateway.replaceSupergraph({ supergraphSdl, sourceFor });
  await graph.text(query);
  expect(graph.queries()).toHaveLength(1);
  const other = supergraphSdl.replace("raise: Int", "raise: Int lower: Int");
  await graph.gateway.replaceSupergraph({ supergraphSdl: other, sourceFor });
  for (const _ of [1, 2]) await graph.text(query);
  expect(graph.queries()).toHaveLength(2);
});
