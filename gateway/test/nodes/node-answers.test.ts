import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGateway, topologies, type GatewayUnderTest } from "../support/gateway.js";
import { post } from "../support/post.js";
import { nodeId, shop } from "./shop.js";

const book = nodeId("Book", "1");
const bad = (path: readonly (string | number)[], argument: string) => ({
  message: `${argument}: expected a nodeId that this graph has answered.`,
  path,
  extensions: { code: "BAD_USER_INPUT", argument },
});

const runs = topologies.flatMap((topology) =>
  (["compiled", "stock"] as const).map((executor) => ({ topology, executor })),
);

describe.each(runs)("$topology, $executor", ({ topology, executor }) => {
  let gateway: GatewayUnderTest;
  beforeAll(async () => {
    gateway = await startGateway(shop, topology, { executor });
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  test("nodes gives objects of several types in the order of the ids, also one that is asked for twice", async () => {
    const ids = [nodeId("Shelf", "2"), book, nodeId("Author", "404"), nodeId("Review", "3"), book];
    const query = `query ($ids: [ID!]!) { before: titled { title } nodes(ids: $ids) {
      __typename ... on Titled { title } ... on Review { text } } after: book(id: "2") { stars } }`;
    const title = 'Book "1", {a} [b] \\';
    const answer = await gateway.query(query, { ids });
    expect(JSON.stringify(answer.data?.["nodes"])).toBe(
      JSON.stringify([
        { __typename: "Shelf", title: "Shelf 2" },
        { __typename: "Book", title },
        null,
        { __typename: "Review", text: "Text 3" },
        { __typename: "Book", title },
      ]),
    );
    expect(Object.keys(answer.data ?? {})).toEqual(["before", "nodes", "after"]);
  });

  test("an operation may ask for several nodes, of which conditions leave some out", async () => {
    const query = `query ($a: ID!, $b: ID! = "${nodeId("Shelf", "3")}", $yes: Boolean!) {
      one: node(id: $a) { nodeId } other: node(id: $b) { ...F @include(if: $yes) ... on Shelf @skip(if: $yes) { title } }
      left: node(id: "nonsense") @skip(if: $yes) { nodeId } }
      fragment F on Node { ... on Shelf { owner { ... on Node { nodeId } } } }`;
    expect(await gateway.query(query, { a: book, yes: true })).toEqual({
      data: { one: { nodeId: book }, other: { owner: { nodeId: nodeId("Author", "3") } } },
    });
  });

  test.each([
    "",
    "nonsense",
    "Qm9vaw",
    `${book}=`,
    ` ${book}`,
    `${book}\n`,
    "/".repeat(8_000),
    ...[
      "Tag:t",
      "Flyer:1",
      "Query:1",
      "Node:1",
      "__proto__:x",
      "constructor:x",
      "toString:1",
      ":1",
      "book:1",
    ].map((text) => Buffer.from(text).toString("base64url")),
    Buffer.from([0xff, 0xfe, 58, 49]).toString("base64url"),
  ])("what is no nodeId is null with an error, and the rest is answered: %j", async (id) => {
    const query =
      "query ($id: ID!, $ids: [ID!]!) { node(id: $id) { nodeId } a: nodes(ids: $ids) { nodeId } }";
    const { data, errors } = await gateway.query(query, { id, ids: [book, id] });
    expect(data).toEqual({ node: null, a: [{ nodeId: book }, null] });
    expect(errors).toEqual([bad(["node"], "id"), bad(["a", 1], "ids")]);
  });

  test("an operation of which no id names anything is answered, too", async () => {
    const { data, errors } = await gateway.query('{ node(id: "x") { nodeId } nodes(ids: []) { nodeId } }');
    expect(data).toEqual({ node: null, nodes: [] });
    expect(errors).toEqual([bad(["node"], "id")]);
  });

  test("a null that a default lets through is an error", async () => {
    const one = `query ($id: ID = "${book}") { node(id: $id) { nodeId } }`;
    expect(await gateway.query(one)).toEqual({ data: { node: { nodeId: book } } });
    expect(await gateway.query(one, { id: null })).toEqual({
      data: { node: null },
      errors: [bad(["node"], "id")],
    });
    const list = `query ($ids: [ID!] = ["${book}"]) { nodes(ids: $ids) { nodeId } }`;
    expect(await gateway.query(list)).toEqual({ data: { nodes: [{ nodeId: book }] } });
    expect(await gateway.query(list, { ids: null })).toEqual({ data: null, errors: [bad(["nodes"], "ids")] });
  });

  test("a single id stands for a list of one, and a number is no id", async () => {
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { nodeId } }";
    expect(await gateway.query(query, { ids: book })).toEqual({ data: { nodes: [{ nodeId: book }] } });
    const answer = await gateway.query(query, { ids: [9007199254740993n.toString(), 7] });
    expect(answer.errors).toEqual([bad(["nodes", 0], "ids"), bad(["nodes", 1], "ids")]);
  });

  test.each(["__proto__", "constructor", "representations", "nodeId_0", "nodes_0"])(
    "a variable, an alias, a fragment and an operation may have the name %s",
    async (name) => {
      const query = `query ${name}($${name}: ID!) { ${name}: node(id: $${name}) { ...${name} }
        all: nodes(ids: [$${name}]) { ...${name} } } fragment ${name} on Node { ${name}: nodeId }`;
      const body = `{"query":${JSON.stringify(query)},"variables":{"${name}":"${book}"}}`;
      const headers = { "content-type": "application/json" };
      const response = await fetch(`${gateway.url}/graphql`, { method: "POST", headers, body });
      const named = `{"${name}":"${book}"}`;
      expect(await response.text()).toBe(`{"data":{"${name}":${named},"all":[${named}]}}`);
    },
  );

  test("the operation that is chosen counts, of a document that has several", async () => {
    const query = `query A { node(id: "${book}") { nodeId } } query B { node(id: "${book}") { ...F } }
      fragment F on Node { __typename }`;
    for (const _ of [1, 2]) {
      const ask = (operationName: string) => post(`${gateway.url}/graphql`, { query, operationName });
      expect(await ask("A")).toEqual({ data: { node: { nodeId: book } } });
      expect(await ask("B")).toEqual({ data: { node: { __typename: "Book" } } });
    }
  });

  test("a hundred objects are answered, and no more, whatever fields ask for them", async () => {
    const ids = Array.from({ length: 100 }, (_, index) => nodeId("Book", String((index % 3) + 1)));
    const query =
      'query ($ids: [ID!]!, $more: Boolean!) { nodes(ids: $ids) { nodeId } a: node(id: "x") @include(if: $more) { nodeId } }';
    const { data } = await gateway.query(query, { ids, more: false });
    expect(data?.["nodes"]).toEqual(ids.map((id) => ({ nodeId: id })));
    const { data: none, errors } = await gateway.query(query, { ids, more: true });
    expect([none, errors?.map(({ path }) => path)]).toEqual([null, [["a"]]]);
  });

  test("clients read the interface and the fields in the schema", async () => {
    const query = `{ __type(name: "Node") { kind possibleTypes { name } }
      __schema { queryType { fields { name } } } node(id: "${book}") { nodeId } }`;
    const { data } = await gateway.query(query);
    expect(data).toMatchObject({ node: { nodeId: book } });
    const possibleTypes = ["Author", "Book", "Review", "Shelf"].map((name) => ({ name }));
    const { __type } = data ?? {};
    expect(__type).toEqual({ kind: "INTERFACE", possibleTypes: expect.arrayContaining(possibleTypes) });
    expect(JSON.stringify(data?.["__schema"])).toMatch(/"node".*"nodes"/);
  });
});
