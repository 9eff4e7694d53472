import { expect } from "vitest";
import type { FederationCase } from "./federation-case.js";

const anyText: unknown = expect.any(String);

const nodes = {
  name: "nodes",
  sdl: `type Query { node: Node count: Int! } interface Node @key(fields: "id") { id: ID! }`,
  resolvers: { Query: { node: () => null, count: () => 2 } },
};
const notes = {
  name: "notes",
  sdl: `
    type Query { noted: Node note(text: String): String }
    type Node @interfaceObject @key(fields: "id", resolvable: false) { id: ID! text: String! }
  `,
  resolvers: {
    Query: { noted: () => ({ id: "n1", text: "T" }), note: (_: unknown, { text }: { text: string }) => text },
  },
};

/** No subgraph resolves `Node.text` of a node that the subgraph "nodes" knows. */
const unserved = (...path: readonly string[]) => ({
  message: anyText,
  path,
  extensions: { code: "SUBGRAPH_ERROR" },
});

export const unresolvableInterfaceObjectCase: FederationCase = {
  title: "an interface object that is not resolvable",
  subgraphs: () => [nodes, notes],
  operations: [
    {
      rule: "a root field that no fetch serves is null with an error",
      query: "{ node { text } }",
      answer: { data: { node: null }, errors: [unserved("node")] },
    },
    {
      rule: "beside others, it is null with an error, under its alias, and the others arrive",
      query: '{ noted { id text } a: node { text } count note(text: "x") }',
      answer: {
        data: { noted: { id: "n1", text: "T" }, a: null, count: 2, note: "x" },
        errors: [unserved("a")],
      },
    },
    {
      rule: "beside a field of its subgraph that is null, it is a null without an error",
      query: "{ node { id } }",
      answer: { data: { node: null } },
    },
    {
      rule: "beside introspection, it is null with an error",
      query: "{ __typename node { text } __schema { queryType { name } } }",
      answer: {
        data: { __typename: "Query", node: null, __schema: { queryType: { name: "Query" } } },
        errors: [unserved("node")],
      },
    },
    {
      rule: "its fields come from the subgraph that returned it",
      query: "{ noted { id text } }",
      answer: { data: { noted: { id: "n1", text: "T" } } },
    },
  ],
};
