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

const accounts = {
  name: "accounts",
  sdl: `
    type Query { node(id: ID!): Node @shareable account: Account }
    interface Node { id: ID! }
    type Account implements Node @key(fields: "id") { id: ID! name: String }
    type Chat implements Node @key(fields: "id") { id: ID! @external account: Account }
  `,
  resolvers: {
    Query: {
      node: (_: unknown, { id }: { id: string }) => ({
        __typename: id === "a1" ? "Account" : "Chat",
        id,
        name: "An",
      }),
      account: () => ({ id: "a1", name: "An" }),
    },
    Account: { __resolveReference: async ({ id }: { id: string }) => ({ id, name: "An" }) },
    Chat: {
      __resolveReference: async ({ id }: { id: string }) => ({ id, account: { id: "a1", name: "An" } }),
    },
  },
};
const chats = {
  name: "chats",
  sdl: `
    type Query { node(id: ID!): Node @shareable chat: Chat }
    interface Node { id: ID! }
    type Account implements Node @key(fields: "id") { id: ID! @external chats: [Chat] }
    type Chat implements Node @key(fields: "id") { id: ID! text: String }
  `,
  resolvers: {
    Query: {
      node: (_: unknown, { id }: { id: string }) => ({
        __typename: id === "a1" ? "Account" : "Chat",
        id,
        text: "hi",
      }),
      chat: () => ({ id: "c1", text: "hi" }),
    },
    Account: {
      __resolveReference: async ({ id }: { id: string }) => ({ id, chats: [{ id: "c1", text: "hi" }] }),
    },
    Chat: { __resolveReference: async ({ id }: { id: string }) => ({ id, text: "hi" }) },
  },
};

/** Each subgraph says of the `id` of one type that it does not resolve it. So no subgraph resolves `Node.id`. */
const unplannable = { errors: [{ message: anyText, extensions: { code: "PLANNING_FAILED" } }] };

export const unplannableCase: FederationCase = {
  title: "subgraphs that disagree on who resolves an id",
  subgraphs: () => [accounts, chats],
  operations: [
    {
      rule: "an operation that cannot be planned is an error with a code",
      query: '{ node(id: "a1") { id } }',
      answer: unplannable,
    },
    {
      rule: "also where another part of it can be planned",
      query: '{ account { name } node(id: "a1") { id ... on Chat { text } } }',
      answer: unplannable,
    },
    {
      rule: "the same field on the type whose subgraph resolves it is planned",
      query:
        '{ account: node(id: "a1") { ... on Account { id name } } chat: node(id: "c1") { ... on Chat { id text } } }',
      answer: { data: { account: { id: "a1", name: "An" }, chat: { id: "c1", text: "hi" } } },
    },
    {
      rule: "a field that is selected of another type is not in the answer",
      query: '{ account: node(id: "a1") { __typename ... on Chat { id } } }',
      answer: { data: { account: { __typename: "Account" } } },
    },
    {
      rule: "both subgraphs are reached by the keys that they resolve",
      query: "{ chat { id account { id name } } account { chats { id text } } }",
      answer: {
        data: {
          chat: { id: "c1", account: { id: "a1", name: "An" } },
          account: { chats: [{ id: "c1", text: "hi" }] },
        },
      },
    },
  ],
};
