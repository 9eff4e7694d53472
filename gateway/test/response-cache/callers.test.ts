import type { Caller } from "@an-sinh/server/caller";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { SubgraphSource } from "../../src/data-sources/subgraph-source.js";
import { ResponseCache } from "../../src/response-cache/response-cache.js";
import { newContext, variables } from "../support/far-subgraph.js";
import { silent, topologies } from "../support/gateway.js";
import { cacheControlDirective, startVersioned } from "../support/versioned-graph.js";

/** Says what it decides by. */
const mirror = {
  name: "mirror",
  sdl: `${cacheControlDirective} type Query {
    seen: String @cacheControl(maxAge: 60)
    mine: String @cacheControl(maxAge: 60, scope: PRIVATE)
  }`,
  resolvers: {
    Query: {
      seen: (_: unknown, _none: unknown, { caller }: { readonly caller: Caller }) => seenOf(caller),
      mine: (_: unknown, _none: unknown, { caller }: { readonly caller: Caller }) => JSON.stringify(caller),
    },
  },
  version: () => "v",
};

/** All that a response to everyone may depend on. */
const seenOf = ({ subject, scopes, areas }: Caller) => JSON.stringify([subject !== null, scopes, areas]);

const texts = fc.array(fc.constantFrom("a", "b", "a,b", "\n", '"', "ă", "__proto__"), { maxLength: 2 });
const name = fc.constantFrom(null, "x", "y", "x\n", "null");

const callers: fc.Arbitrary<Caller> = fc.record({ subject: name, agency: name, scopes: texts, areas: texts });

/** Two callers, who mostly differ in one thing. */
const pairs = fc.oneof(
  fc
    .tuple(callers, callers, fc.constantFrom("subject", "agency", "scopes", "areas"))
    .map(([one, other, field]) => [one, { ...one, [field]: other[field as keyof Caller] }] as const),
  fc.tuple(callers, callers),
);

const answerOf = (query: Query, caller: Caller) =>
  query === "seen" ? seenOf(caller) : JSON.stringify(caller);

type Query = "seen" | "mine";

/** Asks as each caller of each pair. Who gets what another one may see fails the test. */
async function askAll(count: number, ask: (query: Query, caller: Caller) => Promise<unknown>): Promise<void> {
  const given = fc.sample(pairs, { numRuns: count, seed: 11 });
  for (const query of ["seen", "mine"] as const)
    for (const pair of given) {
      const told = await Promise.all(pair.map((caller) => ask(query, caller)));
      expect(told).toEqual(pair.map((caller) => answerOf(query, caller)));
    }
}

test("a thousand pairs of callers who differ in anything never get each other's responses", async () => {
  let asked = 0;
  const source: SubgraphSource = {
    fetch: async ({ query }, _variables, { caller }) => {
      asked += 1;
      const data = { [query]: answerOf(query as Query, caller) };
      return { data, versioned: { version: "v", askedAt: performance.now() } };
    },
  };
  const cache = new ResponseCache({ maxBytes: 100_000_000, checkMs: 600_000, logger: silent });
  const kept = cache.around(source);
  await askAll(1_000, async (query, caller) => {
    const policy = { key: query, maxAgeMs: 600_000, isPrivate: query === "mine" };
    const operation = { query, operationName: undefined, isMutation: false, cache: policy };
    const response = await kept.fetch(operation, variables(), { ...newContext(), caller });
    response.keep?.();
    return response.data?.[query];
  });
  expect(asked).toBeLessThan(3_500);
});

test.each(topologies)("nor do they of a gateway, %s", async (topology) => {
  await using graph = await startVersioned([mirror], topology);
  await askAll(25, async (query, caller) => {
    const { data } = JSON.parse(await graph.text(`{ ${query} }`, caller)) as { data: Record<string, string> };
    return data[query];
  });
  expect(graph.queries().length).toBeLessThan(100);
});

test("a response to everyone is shared by callers with the same scopes and areas, one of its own by nobody", async () => {
  await using graph = await startVersioned([mirror], "http");
  const one = { subject: "x", agency: "a", scopes: ["s"], areas: ["1"] };
  for (const caller of [one, { ...one, subject: "y", agency: null }]) {
    await graph.text("{ seen }", caller);
    await graph.text("{ mine }", caller);
  }
  expect(graph.queries().toSorted()).toEqual(["{mine}", "{mine}", "{seen}"]);
});
