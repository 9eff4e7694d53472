import type { FederationCase } from "./federation-case.js";

const library = {
  name: "library",
  sdl: `
    type Query {
      shown: Media @provides(fields: "... on Book { title writer { name } } ... on Film { title }")
      listed: [Media]
      either: Either @provides(fields: "... on Film { title }")
      shelf: Shelf @provides(fields: "books { title }")
    }
    interface Media { id: ID! }
    union Either = Book | Film
    type Shelf @key(fields: "id") { id: ID! books: [Book!]! @external }
    type Book implements Media @key(fields: "id") { id: ID! title: String @external writer: Writer @external }
    type Film implements Media @key(fields: "id") { id: ID! title: String @external }
    type Writer @key(fields: "id") { id: ID! name: String @external }
  `,
  resolvers: {
    Query: {
      shown: () => ({
        __typename: "Book",
        id: "b",
        title: "title of library",
        writer: { id: "w", name: "name of library" },
      }),
      listed: () => [
        { __typename: "Book", id: "b" },
        { __typename: "Film", id: "f" },
      ],
      either: () => ({ __typename: "Film", id: "f", title: "title of library" }),
      shelf: () => ({ id: "s", books: [{ id: "b", title: "title of library" }] }),
    },
  },
};
const owner = {
  name: "owner",
  sdl: `
    type Shelf @key(fields: "id") { id: ID! books: [Book!]! @shareable size: Int! }
    type Book @key(fields: "id") { id: ID! title: String @shareable writer: Writer @shareable pages: Int! }
    type Film @key(fields: "id") { id: ID! title: String @shareable minutes: Int! }
    type Writer @key(fields: "id") { id: ID! name: String @shareable born: Int }
  `,
  resolvers: {
    Shelf: { __resolveReference: async ({ id }: { id: string }) => ({ id, size: 0, books: [{ id: "b" }] }) },
    Book: {
      __resolveReference: async ({ id }: { id: string }) => ({ id }),
      title: () => "title of owner",
      writer: () => ({ id: "w" }),
      pages: () => 9,
    },
    Film: {
      __resolveReference: async ({ id }: { id: string }) => ({ id, title: "title of owner", minutes: 80 }),
    },
    Writer: {
      __resolveReference: async ({ id }: { id: string }) => ({ id }),
      name: () => "name of owner",
      born: () => 0,
    },
  },
};

export const providesAbstractCase: FederationCase = {
  title: "@provides on interfaces, unions and nested objects",
  subgraphs: () => [library, owner],
  operations: [
    {
      rule: "what is provided of a type of an interface is not fetched again",
      query: "{ shown { ... on Book { title writer { name } } ... on Film { title } } }",
      answer: { data: { shown: { title: "title of library", writer: { name: "name of library" } } } },
    },
    {
      rule: "what is not provided comes from the owner, what is provided still does not",
      query: "{ shown { ... on Book { title pages writer { name born } } } }",
      answer: {
        data: {
          shown: { title: "title of library", pages: 9, writer: { name: "name of library", born: 0 } },
        },
      },
    },
    {
      rule: "what is provided on one path is fetched on another",
      query: "{ listed { ... on Book { title writer { name } } ... on Film { title } } }",
      answer: {
        data: {
          listed: [
            { title: "title of owner", writer: { name: "name of owner" } },
            { title: "title of owner" },
          ],
        },
      },
    },
    {
      rule: "a member of a union is provided, another is not",
      query: "{ either { ... on Film { title minutes } ... on Book { title } } }",
      answer: { data: { either: { title: "title of library", minutes: 80 } } },
    },
    {
      rule: "a list of entities is provided with fields of its items",
      query: "{ shelf { size books { title pages } } }",
      answer: { data: { shelf: { size: 0, books: [{ title: "title of library", pages: 9 }] } } },
    },
  ],
};
