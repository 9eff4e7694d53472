import type { Caller } from "@an-sinh/server/caller";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { topologies } from "../support/gateway.js";
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

const answerOf = (query: "seen" | "mine", caller: Caller) =>
  query === "seen" ? seenOf(caller) : JSON.stringify(caller);

test.each(topologies)(
  "a thousand pairs of callers who differ in anything never get each other's responses, %s",
  async (topology) => {
    await using graph = await startVersioned([mirror], topology, {
      responseCache: { maxBytes: 100_000_000, checkMs: 600_000 },
    });
    const given = fc.sample(pairs, { numRuns: 500, seed: 11 });
    for (const query of ["seen", "mine"] as const)
      for (const pair of given) {
        const ask = (caller: Caller) => graph.text(`{ ${query} }`, caller);
        const answers = await Promise.all(pair.map(ask));
        const told = answers.map(
          (text) => (JSON.parse(text) as { data: Record<string, string> }).data[query],
        );
        expect(told).toEqual(pair.map((caller) => answerOf(query, caller)));
      }
    expect(graph.queries().length).toBeLessThan(2_000);
  },
);

test("a response to everyone is shared by callers with the same scopes and areas, one of its own by nobody", async () => {
  await using graph = await startVersioned([mirror], "http");
  const one = { subject: "x", agency: "a", scopes: ["s"], areas: ["1"] };
  for (const caller of [one, { ...one, subject: "y", agency: null }]) {
    await graph.text("{ seen }", caller);
    await graph.text("{ mine }", caller);
  }
  expect(graph.queries().toSorted()).toEqual(["{mine}", "{mine}", "{seen}"]);
});
