import type { FederationCase } from "./federation-case.js";

const shelves = {
  name: "shelves",
  sdl: `
    type Query { shelf: [Book] other: [Book!]! }
    type Book @key(fields: "upc") { upc: ID! }
  `,
  resolvers: {
    Query: {
      shelf: () => [{ upc: "u1" }, null, { upc: "u2" }, { upc: "u3" }, { upc: "u1" }],
      other: () => [{ upc: "u2" }],
    },
  },
};
const numbers: Readonly<Record<string, string | null>> = { u1: "n1", u2: null, u3: "" };
const registry = {
  name: "registry",
  sdl: `type Book @key(fields: "upc") @key(fields: "isbn") { upc: ID! isbn: ID }`,
  resolvers: {
    Book: { __resolveReference: async ({ upc }: { upc: string }) => ({ upc, isbn: numbers[upc] ?? null }) },
  },
};
const authors = {
  name: "authors",
  sdl: `type Book @key(fields: "isbn") { isbn: ID author: String }`,
  resolvers: {
    Book: {
      __resolveReference: async ({ isbn }: { isbn: string | null }) =>
        isbn === null ? null : { isbn, author: `author of "${isbn}"` },
    },
  },
};

export const nullKeysCase: FederationCase = {
  title: "keys that are null",
  subgraphs: () => [shelves, registry, authors],
  operations: [
    {
      rule: "an entity whose key is null has null fields, the others have theirs",
      query: "{ shelf { upc author } }",
      answer: {
        data: {
          shelf: [
            { upc: "u1", author: 'author of "n1"' },
            null,
            { upc: "u2", author: null },
            { upc: "u3", author: 'author of ""' },
            { upc: "u1", author: 'author of "n1"' },
          ],
        },
      },
    },
    {
      rule: "where all keys are null, all fields are",
      query: "{ other { isbn author } }",
      answer: { data: { other: [{ isbn: null, author: null }] } },
    },
  ],
};
