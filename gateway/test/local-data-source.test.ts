import { anonymous } from "@an-sinh/server/caller";
import { GraphQLError } from "graphql";
import { expect, test } from "vitest";
import { LocalDataSource } from "../src/data-sources/local-data-source.js";
import { silent, startGateway, type SubgraphCase } from "./support/gateway.js";

const colors = Object.freeze({ names: Object.freeze(["red"]) });

const catalog: SubgraphCase = {
  name: "catalog",
  sdl: `
    scalar Json
    type Query { item: Item odd: Json }
    type Item @key(fields: "id") { id: ID! colors: Json since: Json }
  `,
  resolvers: {
    Query: {
      item: () => ({ id: "1", colors, since: new Date(0) }),
      odd: () => ({ kept: 1, dropped: undefined, not: Number.NaN }),
    },
  },
};
const labels: SubgraphCase = {
  name: "labels",
  sdl: `
    scalar Json
    type Item @key(fields: "id") {
      id: ID! colors: Json @external since: Json @external label: String @requires(fields: "colors since")
    }
  `,
  resolvers: {
    Item: {
      __resolveReference: async (item: object) => item,
      label: (item: { colors: { names: string[] }; since: string }) => {
        item.colors.names.push("blue");
        return `${item.colors.names.join(" and ")} since ${item.since}`;
      },
    },
  },
};

test("a subgraph gets a copy of another subgraph's value, as after JSON", async () => {
  await using gateway = await startGateway([catalog, labels], "local");
  expect(await gateway.query("{ item { label } }")).toEqual({
    data: { item: { label: "red and blue since 1970-01-01T00:00:00.000Z" } },
  });
  expect(colors).toEqual({ names: ["red"] });
});

test("a client gets the values that it gets over HTTP", async () => {
  await using gateway = await startGateway([catalog, labels], "local");
  expect(await gateway.query("{ item { colors since } odd }")).toEqual({
    data: {
      item: { colors: { names: ["red"] }, since: "1970-01-01T00:00:00.000Z" },
      odd: { kept: 1, not: null },
    },
  });
});

test("a query is parsed and validated once per operation", async () => {
  const prepared: string[] = [];
  const source = new LocalDataSource(
    {
      name: "counted",
      prepare: (query) => {
        prepared.push(query);
        return async (variables) => ({ data: { ...variables } });
      },
    },
    silent,
  );
  const context = { requestId: "r", signal: new AbortController().signal, caller: anonymous };
  const operation = { query: "{ a }", operationName: undefined };
  const ask = (asked: typeof operation, n: number) =>
    source.fetch(asked, { text: () => "", values: () => ({ n }) }, context);
  expect([await ask(operation, 1), await ask(operation, 2)]).toEqual([
    { data: { n: 1 } },
    { data: { n: 2 } },
  ]);
  await ask({ ...operation }, 3);
  expect(prepared).toEqual(["{ a }", "{ a }"]);
});

test("a response of a subgraph in this process is passed on without a copy", async () => {
  const data = { at: new Date(0), colors };
  const source = new LocalDataSource({ name: "own", prepare: () => async () => ({ data }) }, silent);
  const response = await source.fetch(
    { query: "{ at colors }", operationName: undefined },
    { text: () => "{}", values: () => ({}) },
    { requestId: "r", signal: new AbortController().signal, caller: anonymous },
  );
  expect(response.data).toBe(data);
});

test("of a response with many errors, one of each field is passed on, and how many more there are", async () => {
  const errors = ["a", "b"].flatMap((field) =>
    Array.from({ length: 150 }, () => new GraphQLError("no", { path: [field], extensions: { code: "NO" } })),
  );
  const source = new LocalDataSource(
    { name: "own", prepare: () => async () => ({ data: {}, errors }) },
    silent,
  );
  const response = await source.fetch(
    { query: "{ a b }", operationName: undefined },
    { text: () => "{}", values: () => ({}) },
    { requestId: "r", signal: new AbortController().signal, caller: anonymous },
  );
  expect(new Set(response.errors?.map(({ path }) => path?.join()))).toEqual(new Set(["a", "b"]));
  expect(response.errors?.length).toBe(100);
  expect(response.moreErrors).toBe(200);
});

test("a subgraph that does not respond in time is given up, and what it sends later is not used", async () => {
  const responses: (() => void)[] = [];
  const source = new LocalDataSource(
    {
      name: "slow",
      prepare: () => () => new Promise((resolve) => responses.push(() => resolve({ data: { a: 1 } }))),
    },
    silent,
    20,
  );
  const fetched = source.fetch(
    { query: "{ a }", operationName: undefined },
    { text: () => "{}", values: () => ({}) },
    { requestId: "1", signal: new AbortController().signal, caller: anonymous },
  );
  await expect(fetched).rejects.toMatchObject({
    code: "SUBGRAPH_TIMEOUT",
    message: 'The subgraph "slow" did not respond within 20 ms.',
  });
  expect(responses.length).toBe(1);
  responses[0]?.();
  await expect(fetched).rejects.toThrow("did not respond");
});

test("the source knows when it answered last and how it failed last, and goes on asking", async () => {
  const answers = [async () => ({ data: { a: 1 } }), () => Promise.reject(new Error("no"))];
  let asked = 0;
  const prepare = () => () => (answers[asked++] ?? answers[1])?.() ?? Promise.resolve({});
  const source = new LocalDataSource({ name: "own", prepare }, silent);
  const context = { requestId: "1", signal: new AbortController().signal, caller: anonymous };
  const ask = () =>
    source.fetch(
      { query: "{ a }", operationName: undefined },
      { text: () => "{}", values: () => ({}) },
      context,
    );
  expect(source.state).toMatchObject({ name: "own", lastAnsweredAt: null, lastFailure: null });
  await ask();
  for (const _ of [1, 2, 3, 4, 5, 6]) await expect(ask()).rejects.toMatchObject({ code: "SUBGRAPH_ERROR" });
  expect(asked).toBe(7);
  expect(source.state).toMatchObject({ state: "closed", lastFailure: "SUBGRAPH_ERROR" });
  expect(source.state.lastAnsweredAt).toEqual(expect.any(Number));
});
