import { Supergraph } from "@apollo/federation-internals";
import { parse, printSchema } from "graphql";
import { expect, test } from "vitest";
import { withNodes } from "../../src/nodes/node-schema.js";
import { findNodeTypes } from "../../src/nodes/node-types.js";
import { compose } from "../support/supergraph.js";

const fields = `id: ID! nodeId: ID!`;

function found(...sdls: readonly string[]) {
  const supergraph = compose(sdls.map((sdl, index) => ({ name: `s${index}`, sdl })));
  const api = Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema();
  const { types, ambiguous } = findNodeTypes(api, parse(supergraph));
  return { types: Object.fromEntries(types), ambiguous, isSame: withNodes(api, types) === api };
}

const type = (query: string, more = "") =>
  found(`type Query { ${query} } type A @key(fields: "id") { ${fields} } ${more}`);

test.each([
  ["asks for an id only", "first(id: ID!): A", { A: "first" }],
  ["has other arguments that nobody has to give", "a(id: ID!, x: Int, y: Int! = 3): A", { A: "a" }],
  ["asks for something else", "a(id: ID!, x: Int!): A", {}],
  ["names the id otherwise", "a(key: ID!): A", {}],
  ["takes no id for granted", "a(id: ID): A", {}],
  ["takes another text", "a(id: String!): A", {}],
  ["gives a list", "a(id: ID!): [A]", {}],
  ["must not be null", "a(id: ID!): A!", {}],
])("a root field that %s", (_, query, types) => {
  expect(type(query)).toMatchObject({ types, ambiguous: [] });
});

test("of several root fields, the one counts that is named as the type is", () => {
  expect(type("old(id: ID!): A, a(id: ID!): A").types).toEqual({ A: "a" });
});

test("where none of several is named so, the type is left out and told", () => {
  expect(
    type("old(id: ID!): A, any(id: ID!): A, b(id: ID!): B", `type B @key(fields: "id") { ${fields} }`),
  ).toEqual({
    types: { B: "b" },
    ambiguous: ["A"],
    isSame: false,
  });
});

test.each([
  ["has no key", `type A { ${fields} }`],
  ["has another key", `type A @key(fields: "code") { code: Int ${fields} }`],
  ["has no nodeId", `type A @key(fields: "id") { id: ID! }`],
  ["has a nodeId that may be null", `type A @key(fields: "id") { id: ID! nodeId: ID }`],
  ["hides its nodeId", `type A @key(fields: "id") { id: ID! nodeId: ID! @inaccessible }`],
])("a type that %s is no node, and a graph without any has no node field", (_, sdl) => {
  expect(found(`type Query { a(id: ID!): A } ${sdl}`)).toEqual({ types: {}, ambiguous: [], isSame: true });
});

test.each([
  ["a node of its own", `type Query { a(id: ID!): A node(id: ID!): A }`],
  ["nodes of its own", `type Query { a(id: ID!): A nodes: Int }`],
  ["an interface Node of its own", `type Query { a(id: ID!): A other: Node } interface Node { x: Int }`],
  ["a hidden Node", `type Query { a(id: ID!): A } type Node @inaccessible { x: Int }`],
  ["a field that leads back to Query", `type Query { a(id: ID!): A again: Back } type Back { query: Query }`],
])("a graph with %s stays as it is", (_, query) => {
  expect(found(`${query} type A @key(fields: "id") { ${fields} }`).isSame).toBe(true);
});

test("the interface is put on the types that are nodes only", () => {
  const supergraph = compose([
    {
      name: "s",
      sdl: `type Query { a(id: ID!): A b: B } type A @key(fields: "id") { ${fields} } type B { nodeId: ID! }`,
    },
  ]);
  const api = Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema();
  const printed = printSchema(withNodes(api, findNodeTypes(api, parse(supergraph)).types));
  expect(printed.match(/type \w+ implements .* {/g)).toEqual(["type A implements Node {"]);
});
