import { array, assert, nat, property } from "fast-check";
import { buildSchema, getOperationAST, parse, print, specifiedRules, validate } from "graphql";
import { expect, test } from "vitest";
import type { ExecutorRequest } from "@an-sinh/server/executable-graph";
import { Supergraph } from "@apollo/federation-internals";
import { readAskedNodes } from "../../src/nodes/asked-nodes.js";
import { NodeOperations } from "../../src/nodes/node-operations.js";
import { withNodes } from "../../src/nodes/node-schema.js";
import { sequenceOf } from "../../src/nodes/node-slots.js";
import { withNodes as withNodesAround } from "../../src/nodes/with-nodes.js";
import { findNodeTypes } from "../../src/nodes/node-types.js";
import { compose } from "../support/supergraph.js";
import { OperationWriter } from "./random-operation.js";
import { nodeId, shop } from "./shop.js";

const supergraphSdl = compose(shop);
const api = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
const { types } = findNodeTypes(api, parse(supergraphSdl));
const shown = withNodes(api, types);
const operations = new NodeOperations(shown, types);

/** The operation that is executed. Undefined: the client's. */
function rewrite(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  const operation = getOperationAST(document);
  const found = operation && operations.of(document, operation);
  if (!found) return undefined;
  const { sequence, ids } = sequenceOf(readAskedNodes(found.client, variables, types));
  return { ...operations.rewrite(found, sequence), sequence, ids };
}

const textOf = (query: string): string =>
  print(rewrite(query)?.document ?? parse("{ none }")).replaceAll(/\s+/g, " ");

test("what is executed is a valid document of the graph without node", () => {
  const numbers = array(nat(1_000), { minLength: 20, maxLength: 120 });
  let rewritten = 0;
  const valid = property(numbers, (given) => {
    const { query, variables } = new OperationWriter(shown, given).write();
    if (validate(shown, parse(query), specifiedRules).length > 0) return;
    const { document } = rewrite(query, variables) ?? {};
    if (!document) return;
    rewritten += 1;
    expect(validate(api, parse(print(document)), specifiedRules), `${query}\n${print(document)}`).toEqual([]);
  });
  assert(valid, { numRuns: 150 });
  expect(rewritten).toBeGreaterThan(50);
});

test("an operation without node and its interface is not touched", () => {
  expect(
    rewrite('{ book(id: "1") { author { ...F } } } fragment F on Author { nodeId name }'),
  ).toBeUndefined();
});

test("the executor is called at once for it, and its own promise is the answer", () => {
  const promise = Promise.resolve({});
  const executor = withNodesAround(() => promise, { operations, admit: undefined, refused: undefined });
  const document = parse('{ book(id: "1") { title } }');
  const request = { document, operation: getOperationAST(document) } as unknown as ExecutorRequest;
  expect(executor(request)).toBe(promise);
});

test("a field that is named node but stands elsewhere is none", () => {
  const other = buildSchema("type Query { list: [Edge] } type Edge { node: Int }");
  const document = parse("{ list { node } }");
  const operation = getOperationAST(document);
  expect(operation && new NodeOperations(other, types).of(document, operation)).toBeNull();
});

test("ids are variables: operations about other objects of the same types have one document", () => {
  const [one, other] = ["1", "2"].map((id) => rewrite(`{ node(id: "${nodeId("Book", id)}") { nodeId } }`));
  expect(one?.sequence).toEqual([["node", false, ["Book"]]]);
  expect(other?.sequence).toEqual(one?.sequence);
  expect(print(one?.document ?? parse("{ a }"))).toBe(print(other?.document ?? parse("{ b }")));
  expect([one?.ids, other?.ids]).toEqual([["1"], ["2"]]);
});

test("lists with as many objects of each type have one document, in whatever order", () => {
  const ids = [nodeId("Shelf", "1"), nodeId("Book", "2"), nodeId("Shelf", "3")];
  const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { nodeId } }";
  const one = rewrite(query, { ids });
  expect(one?.sequence).toEqual([["nodes", true, ["Book", "Shelf", "Shelf"]]]);
  expect(rewrite(query, { ids: ids.toReversed() })?.sequence).toEqual(one?.sequence);
  expect(one?.ids).toEqual(["2", "1", "3"]);
});

test("what other types have is left out, with the fragments and variables that only they use", () => {
  const query = `query ($a: Int, $x: Boolean = true) {
    node(id: "${nodeId("Book", "1")}") { ...Both ... on Shelf { title @include(if: $x) } } }
    fragment Both on Node { ...OfBook ...OfShelf }
    fragment OfBook on Book { title } fragment OfShelf on Shelf { title }`;
  expect(textOf(query)).toBe(
    "query ($nodeId_0: ID!) { node: book(id: $nodeId_0) { ...Both_Book } } " +
      "fragment Both_Book on Book { ...OfBook } fragment OfBook on Book { title }",
  );
});

test("a fragment on the interface stands for one on each type that may be there", () => {
  expect(textOf("{ something { ... on Node { nodeId } } }")).toBe(
    "{ something { ... on Book { nodeId } ... on Shelf { nodeId } } }",
  );
});

test("names of the client are not taken for others", () => {
  const query = `query ($nodeId_0: ID!, $ids: [ID!]!) { nodes_0: book(id: $nodeId_0) { ...A_Book }
    node(id: "${nodeId("Book", "1")}") { ...A } nodes(ids: ["${nodeId("Book", "1")}"]) { nodeId } }
    fragment A on Node { nodeId } fragment A_Book on Book { title }`;
  expect(textOf(query)).toBe(
    "query ($nodeId_0: ID!, $nodeId__0: ID!, $nodeId__1: ID!) { nodes_0: book(id: $nodeId_0) { ...A_Book } " +
      "node: book(id: $nodeId__0) { ...A_Book_ } nodes__1: book(id: $nodeId__1) { nodeId } } " +
      "fragment A_Book on Book { title } fragment A_Book_ on Book { nodeId }",
  );
});

const sequenceOfBooks = (count: number) =>
  [["nodes", true, Array.from({ length: count }, () => "Book")]] as const;

test.each([
  { what: "sequences of types", comment: "", size: 50_000 },
  { what: "long documents", comment: `#${"x".repeat(1_000_000)}\n`, size: 3 },
])("of what is made of operations, only the last is kept: $what fill no memory", ({ comment, size }) => {
  const document = parse(`${comment}query ($ids: [ID!]!) { nodes(ids: $ids) { nodeId } }`);
  const operation = getOperationAST(document);
  const found = operation && operations.of(document, operation);
  const made = found && operations.rewrite(found, sequenceOfBooks(1));
  if (!made) throw new Error("Expected it to be rewritten");
  for (let count = 0; count < 100; count += 1)
    operations.keep(found, sequenceOfBooks(count), { ...made, size });
  const kept = Array.from({ length: 100 }, (_, count) => operations.known(found, sequenceOfBooks(count)));
  expect(kept.filter((one) => one !== undefined).length).toBeLessThan(25);
  expect(kept.at(-1)).toBeDefined();
});
