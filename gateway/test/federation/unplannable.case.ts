import { expect } from "vitest";
import type { FederationCase } from "./federation-case.js";

const anyText: unknown = expect.any(String);

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
