import type { FederationCase } from "./federation-case.js";

const list = {
  name: "list",
  sdl: `
    type Query { things: [Thing!]! }
    union Thing = Book | Film
    type Book @key(fields: "id") { id: ID! }
    type Film @key(fields: "number") { number: Int! }
  `,
  resolvers: {
    Query: {
      things: () => [
        { __typename: "Book", id: "b" },
        { __typename: "Film", number: 7 },
        { __typename: "Film", number: 8 },
      ],
    },
  },
};
const titles = {
  name: "titles",
  sdl: `
    type Book @key(fields: "id") { id: ID! title: String! _k0: Int }
    type Film @key(fields: "number") { number: Int! title: String! _k0: Int }
  `,
  resolvers: {
    Book: {
      __resolveReference: async ({ id }: { readonly id: string }) => ({ id, title: `Book ${id}`, _k0: 1 }),
    },
    Film: {
      __resolveReference: async ({ number }: { readonly number: number }) => ({
        number,
        title: `Film ${number}`,
        _k0: 2,
      }),
    },
  },
};

export const keysOfSeveralTypesCase: FederationCase = {
  title: "entities of several types in one list",
  subgraphs: () => [list, titles],
  operations: [
    {
      rule: "may have keys of different types, which the client does not select",
      query: "{ things { ... on Book { title } ... on Film { title } } }",
      answer: { data: { things: [{ title: "Book b" }, { title: "Film 7" }, { title: "Film 8" }] } },
    },
    {
      rule: "may have keys of different types, of which the client selects one",
      query: "{ things { ... on Book { id title } ... on Film { title } } }",
      answer: { data: { things: [{ id: "b", title: "Book b" }, { title: "Film 7" }, { title: "Film 8" }] } },
    },
    {
      rule: "may have fields that are named like what the gateway adds, and aliases likewise",
      query:
        "{ things { ... on Book { _k1: _k0 id: title } ... on Film { _k0 number: title _k2: number } } }",
      answer: {
        data: {
          things: [
            { _k1: 1, id: "Book b" },
            { _k0: 2, number: "Film 7", _k2: 7 },
            { _k0: 2, number: "Film 8", _k2: 8 },
          ],
        },
      },
    },
  ],
};
