import { expect, test } from "vitest";
import { startGateway } from "../support/gateway.js";
import { compose } from "../support/supergraph.js";
import { createGateway } from "../../src/gateway.js";
import { LocalDataSource } from "../../src/data-sources/local-data-source.js";
import { buildSchema, silent } from "../support/gateway.js";
import { post } from "../support/post.js";
import { execute, parse } from "graphql";
import { nodeId, shop } from "./shop.js";

const supergraphSdl = compose(shop);
const schemas = new Map(shop.map((subgraph) => [subgraph.name, buildSchema(subgraph)]));
const sourceFor = ({ name }: { readonly name: string }) =>
  new LocalDataSource(
    {
      name,
      prepare: (query) => {
        const [schema, document] = [schemas.get(name), parse(query)];
        if (!schema) throw new Error(`Expected a subgraph ${name}`);
        return async (variableValues, operationName) =>
          execute({ schema, document, variableValues, operationName });
      },
    },
    silent,
  );

/** A gateway that notes which plans were known. */
async function start(expectedDocuments: readonly string[] = []) {
  const known: boolean[] = [];
  const gateway = await createGateway({
    supergraphSdl,
    sourceFor,
    logger: silent,
    introspection: true,
    hooks: { afterPlanning: ({ wasKnown }) => void known.push(wasKnown) },
    expectedDocuments,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  await gateway.whenWarm();
  return {
    known,
    gateway,
    ask: (query: string, variables = {}) => post(`${url}/graphql`, { query, variables }),
    [Symbol.asyncDispose]: () => gateway.close(),
  };
}

const book = nodeId("Book", "1");
const shelf = nodeId("Shelf", "1");
const refetch = `query Refetch($id: ID!, $with: Boolean = true) { node(id: $id) { __typename ...OfBook nodeId } }
  fragment OfBook on Book { title author @include(if: $with) { name } }`;
const list = "query ($ids: [ID!]!) { nodes(ids: $ids) { nodeId } something { ... on Node { nodeId } } }";

test("another supergraph has the operations with node ready for the types that they were used with", async () => {
  await using served = await start();
  const asked = async () => {
    const answers = [
      await served.ask(refetch, { id: book }),
      await served.ask(refetch, { id: book, with: false }),
      await served.ask(list, { ids: [shelf, book] }),
    ];
    return JSON.stringify(answers);
  };
  const before = await asked();
  served.known.length = 0;
  await served.gateway.replaceSupergraph({ supergraphSdl, sourceFor });
  expect(await asked()).toBe(before);
  expect(served.known).toEqual([true, true, true]);
});

test("a supergraph that has lost such a type takes over, and says that its ids name nothing", async () => {
  await using served = await start();
  await served.ask(list, { ids: [shelf, book] });
  const without = shop.map(({ sdl, ...subgraph }) => ({
    ...subgraph,
    sdl: sdl.replace("shelf(id: ID!, ", "shelf(id: ID, "),
  }));
  await served.gateway.replaceSupergraph({ supergraphSdl: compose(without), sourceFor });
  const { data, errors } = await served.ask(list, { ids: [shelf, book] });
  expect(data?.["nodes"]).toEqual([null, { nodeId: book }]);
  expect(errors?.map(({ path }) => path)).toEqual([["nodes", 0]]);
});

test("a supergraph without nodes refuses what was kept of them, and takes over", async () => {
  await using served = await start();
  await served.ask(refetch, { id: book });
  const without = shop.map(({ sdl, ...subgraph }) => ({
    ...subgraph,
    sdl: sdl.replaceAll(/nodeId: ID!( @shareable)?/g, ""),
  }));
  await served.gateway.replaceSupergraph({ supergraphSdl: compose(without), sourceFor });
  const { errors } = await served.ask(refetch, { id: book });
  expect(errors?.[0]?.extensions?.["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
});

test("an expected operation is ready for each type that it has a fragment for", async () => {
  const two = `query ($id: ID!) { node(id: $id) { ...F ... on Shelf { title } } } fragment F on Node { ... on Book { title } }`;
  const deep = "{ something { ... on Node { nodeId } } }";
  const open = "query ($a: ID!, $b: ID!) { a: node(id: $a) { nodeId } b: node(id: $b) { nodeId } }";
  await using served = await start([two, deep, list, open, refetch]);
  await served.ask(two, { id: book });
  await served.ask(two, { id: shelf });
  await served.ask(deep);
  await served.ask(refetch, { id: book });
  await served.ask(open, { a: book, b: shelf });
  expect(served.known).toEqual([true, true, true, true, false]);
});

test.each(["local", "http"] as const)(
  "a gateway whose graph has no nodes has no node, %s",
  async (topology) => {
    const plain = {
      name: "plain",
      sdl: 'type Query { a: A } type A @key(fields: "id") { id: ID! nodeId: ID! }',
      resolvers: {},
    };
    await using gateway = await startGateway([plain], topology);
    const { errors } = await gateway.query('{ node(id: "x") { nodeId } }');
    expect(errors?.[0]?.extensions?.["code"]).toBe("GRAPHQL_VALIDATION_FAILED");
  },
);
