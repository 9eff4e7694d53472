import { anonymous } from "@an-sinh/server/caller";
import { Meters } from "@an-sinh/server/metrics/meters";
import { expect, test } from "vitest";
import type { SubgraphSource } from "../../src/data-sources/subgraph-source.js";
import { largestKeptCharacters } from "../../src/response-cache/kept-responses.js";
import { ResponseCache } from "../../src/response-cache/response-cache.js";
import { AnswerBudget } from "../../src/responses/answer-budget.js";
import { variables } from "../support/far-subgraph.js";
import { silent } from "../support/gateway.js";
import { cacheControlDirective, startVersioned } from "../support/versioned-graph.js";

const maxBytes = 1_000_000;
const context = { requestId: "r", caller: anonymous, signal: new AbortController().signal };

/** A cache around a source that says so many characters. */
function keepsAround(charactersOf: (query: string) => number) {
  const asked: string[] = [];
  const source: SubgraphSource = {
    fetch: async ({ query }) => {
      asked.push(query);
      return {
        data: { a: "x".repeat(charactersOf(query)) },
        versioned: { version: "v", askedAt: performance.now() },
      };
    },
  };
  const cache = new ResponseCache({ maxBytes, checkMs: 600_000, logger: silent });
  const kept = cache.around(source);
  const ask = async (key: string, budget?: AnswerBudget) => {
    const policy = { key, maxAgeMs: 600_000, isPrivate: false };
    const operation = { query: key, operationName: undefined, isMutation: false, cache: policy };
    const response = await kept.fetch(operation, variables(), { ...context, budget });
    response.keep?.();
    return response;
  };
  return { cache, asked, ask };
}

test("however many different operations are asked, no more bytes are kept than may be", async () => {
  const { cache, asked, ask } = keepsAround((query) => (Number(query) * 7_919) % 40_000);
  for (let index = 0; index < 3_000; index += 1) {
    await ask(String(index));
    expect(cache.state.bytes).toBeLessThanOrEqual(maxBytes);
  }
  expect(asked).toHaveLength(3_000);
  expect(cache.state.entries).toBeGreaterThan(10);
});

test("what was used lately stays, and one large response does not drive out all others", async () => {
  const { asked, ask } = keepsAround((query) => (query === "huge" ? largestKeptCharacters : 1_000));
  await ask("often");
  for (let index = 0; index < 1_000; index += 1) {
    await ask(String(index));
    expect((await ask("often")).wasKept).toBe(true);
  }
  await ask("huge");
  expect((await ask("often")).wasKept).toBe(true);
  expect((await ask("huge")).wasKept).toBeUndefined();
  expect(asked.filter((query) => query === "huge")).toHaveLength(2);
});

test("a response that was kept counts for its answer like a new one", async () => {
  const { ask } = keepsAround(() => 300);
  const budget = new AnswerBudget({ nodes: 100, bytes: 1_000_000 });
  await ask("a");
  expect((await ask("a", budget)).wasKept).toBe(true);
  budget.takeObjects(97);
  await expect(ask("a", budget)).rejects.toThrow("at most 100 objects");
});

const hens = {
  name: "hens",
  sdl: `${cacheControlDirective} type Query { hens(in: Int): Int @cacheControl(maxAge: 60) eggs: Int }`,
  resolvers: { Query: { hens: () => 1, eggs: () => 2 } },
  version: () => "v",
};

test("metrics tell what is kept, and fetches that asked nobody from those that did", async () => {
  const meters = new Meters();
  await using graph = await startVersioned([hens], "http", { meters });
  for (const query of ["{ hens }", "{ hens }", "{ hens }", "{ eggs }"]) await graph.text(query);
  const text = await meters.registry.metrics();
  expect(text).toContain('graph_subgraph_fetches_total{subgraph="hens",outcome="answered"} 2');
  expect(text).toContain('graph_subgraph_fetches_total{subgraph="hens",outcome="cached"} 2');
  expect(text).toContain('graph_subgraph_fetch_duration_seconds_count{subgraph="hens"} 2');
  expect(text).toContain('graph_cache_lookups_total{cache="responses",result="hit"} 2');
  expect(text).toContain('graph_cache_lookups_total{cache="responses",result="miss"} 1');
  expect(text).toContain('graph_cache_entries{cache="responses"} 1');
  expect(text).toMatch(/graph_cache_bytes\{cache="responses"\} [1-9]/);
});

test("the plan report and the request's log line tell fetches that asked nobody", async () => {
  const lines: Record<string, unknown>[] = [];
  const logger = Object.assign(Object.create(silent) as typeof silent, {
    level: "info",
    info: (line: Record<string, unknown>) => void lines.push(line),
  });
  await using graph = await startVersioned([hens], "local", { logger });
  const debug = { ...anonymous, subject: "x", scopes: ["graph:debug"] };
  const outcomes = [];
  for (const _ of [1, 2]) {
    const text = await graph.text("{ hens }", debug, { "x-report-plan": "1" });
    const { extensions } = JSON.parse(text) as {
      extensions: { queryPlan: { fetches: { outcome: string }[] } };
    };
    outcomes.push(extensions.queryPlan.fetches.map(({ outcome }) => outcome));
  }
  expect(outcomes).toEqual([["answered"], ["cached"]]);
  const requests = lines.filter(({ fetches }) => fetches !== undefined);
  expect(requests.map(({ fetches, cachedFetches }) => [fetches, cachedFetches])).toEqual([
    [1, undefined],
    [1, 1],
  ]);
});
