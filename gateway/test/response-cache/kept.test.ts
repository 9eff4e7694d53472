import { expect, test } from "vitest";
import { ExactNumber } from "../../src/responses/exact-number.js";
import { topologies } from "../support/gateway.js";
import { cacheControlDirective, startVersioned } from "../support/versioned-graph.js";

const data = { value: 1 as unknown };

const farm = {
  name: "farm",
  sdl: `${cacheControlDirective}
    type Query {
      half: Half @cacheControl(maxAge: 60) nothing: Int @cacheControl(maxAge: 60) nobody: Farm @cacheControl(maxAge: 60)
      count: Int @cacheControl(maxAge: 60) must: Int! @cacheControl(maxAge: 60) kept: Int @cacheControl(maxAge: 60)
      big: Big @cacheControl(maxAge: 60) tree: Tree @cacheControl(maxAge: 60) farm: Farm @cacheControl(maxAge: 60)
    }
    type Mutation { set: Int }
    type Half { good: Int bad: Int }
    type Farm @key(fields: "id") @cacheControl(maxAge: 60) { id: ID! cows: Int }
    type Tree { constructor: Int leaf: Any }
    scalar Any
    scalar Big
  `,
  resolvers: {
    Query: {
      half: () => ({
        good: 1,
        bad: () => {
          throw new Error("bad");
        },
      }),
      nothing: () => null,
      nobody: () => null,
      count: () => data.value,
      must: () => null,
      kept: () => 7,
      big: () => data.value,
      tree: () => ({ constructor: 2, leaf: JSON.parse('{"__proto__":{"a":1},"toString":2}') as unknown }),
      farm: () => ({ id: "f" }),
    },
    Mutation: { set: () => ((data.value as number) += 1) },
    Farm: { __resolveReference: async ({ id }: { id: string }) => ({ id }), cows: () => 3 },
  },
  version: () => "v",
};

/** Another subgraph says more of farms, and may send anything. */
const barn = {
  name: "barn",
  sdl: `${cacheControlDirective}
    type Farm @key(fields: "id") { id: ID! hay: Int @cacheControl(maxAge: 60) }`,
  resolvers: { Farm: { __resolveReference: async ({ id }: { id: string }) => ({ id }), hay: () => 5 } },
  version: () => "b",
};

test.each(
  topologies.flatMap((topology) =>
    ["{ half { good bad } }", "{ must }"].map((query) => ({ topology, query })),
  ),
)("a response with an error is never kept, $topology: $query", async ({ topology, query }) => {
  await using graph = await startVersioned([farm], topology);
  for (const _ of [1, 2]) expect(JSON.parse(await graph.text(query))).toHaveProperty("errors");
  expect(graph.queries()).toHaveLength(2);
});

test.each(topologies)("a null that is no fault is kept, %s", async (topology) => {
  await using graph = await startVersioned([farm], topology);
  for (const _ of [1, 2])
    expect(JSON.parse(await graph.text("{ nothing nobody { cows } }"))).toEqual({
      data: { nothing: null, nobody: null },
    });
  expect(graph.queries()).toHaveLength(1);
});

test("a response with a value that does not fit is not kept, and others of the same answer are", async () => {
  const lying = { ...farm, servedSdl: farm.sdl.replace("count: Int", "count: Any") };
  await using graph = await startVersioned([lying, barn], "http");
  data.value = "many";
  for (const _ of [1, 2])
    expect(JSON.parse(await graph.text("{ count farm { hay } }"))).toMatchObject({
      data: { count: null, farm: { hay: 5 } },
      errors: [{ path: ["count"], extensions: { code: "SUBGRAPH_ERROR", service: "farm" } }],
    });
  expect(graph.calls.map(({ service }) => service)).toEqual(["farm", "barn", "farm"]);
});

test.each(topologies)(
  "after a mutation, nothing that its subgraph said before counts, %s",
  async (topology) => {
    await using graph = await startVersioned([{ ...farm, version: () => data.value }], topology, {
      responseCache: { maxBytes: 1_000_000, checkMs: 600_000 },
    });
    data.value = 1;
    const ask = async () => (await graph.text("{ count }")).trim();
    for (const _ of [1, 2]) expect(await ask()).toBe('{"data":{"count":1}}');
    await graph.text("mutation { set }");
    expect(await ask()).toBe('{"data":{"count":2}}');
  },
);

const numbers = ["9007199254740993", "-0.1", "1e400", "12345678901234567890.5", "1"];

test.each(numbers)("a number has all its digits, kept or not: %s", async (number) => {
  data.value = new ExactNumber(number);
  await using graph = await startVersioned([farm], "http");
  const fresh = await graph.text("{ big }");
  expect(fresh).toContain(`"big":${number}`);
  expect(await graph.text("{ big }")).toBe(fresh);
  expect(graph.queries()).toHaveLength(1);
});

test.each(topologies)("names that all objects inherit are kept like others, %s", async (topology) => {
  await using graph = await startVersioned([farm], topology);
  const query = "{ tree { __proto__: constructor toString: constructor constructor leaf } }";
  const fresh = await graph.text(query);
  expect(fresh).toContain('"__proto__":2');
  expect(fresh).toContain('{"__proto__":{"a":1},"toString":2}');
  expect(await graph.text(query)).toBe(fresh);
  expect(graph.queries()).toHaveLength(1);
});
