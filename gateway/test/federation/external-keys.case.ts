import type { FederationCase } from "./federation-case.js";

const users = {
  name: "users",
  sdl: `type Query { me: User } type User @key(fields: "id") { id: ID! name: String! @shareable email: String }`,
  resolvers: {
    Query: { me: () => ({ id: "u1", name: "An", email: "" }) },
    User: { __resolveReference: async ({ id }: { id: string }) => ({ id, name: "An", email: "" }) },
  },
};
const scores = {
  name: "scores",
  sdl: `
    type Query { best: User! byName: [User!]! }
    extend type User @key(fields: "id") { id: ID! @external name: String! @external score: Int }
    extend type Query { named: User @provides(fields: "name") }
  `,
  resolvers: {
    Query: {
      best: () => ({ id: "u1", score: 0 }),
      byName: () => [{ id: "u1", score: 1 }, { id: "u2" }],
      named: () => ({ id: "u1", name: "An of scores", score: 2 }),
    },
    User: { __resolveReference: async ({ id }: { id: string }) => ({ id, score: 0 }) },
  },
};

export const externalKeysCase: FederationCase = {
  title: "extensions with external keys",
  subgraphs: () => [users, scores],
  operations: [
    {
      rule: "an extension resolves the key that it marks as external",
      query: "{ best { id score } }",
      answer: { data: { best: { id: "u1", score: 0 } } },
    },
    {
      rule: "the owner's fields are reached from the extension, and the extension's from the owner",
      query: "{ best { name email score } me { score name } byName { email score } }",
      answer: {
        data: {
          best: { name: "An", email: "", score: 0 },
          me: { score: 0, name: "An" },
          byName: [
            { email: "", score: 1 },
            { email: "", score: null },
          ],
        },
      },
    },
    {
      rule: "an external field that a path provides comes from there, and elsewhere from the owner",
      query: "{ named { name score } best { name } }",
      answer: { data: { named: { name: "An of scores", score: 2 }, best: { name: "An" } } },
    },
  ],
};
