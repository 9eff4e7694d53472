import type { FederationCase } from "./federation-case.js";

interface Medium {
  readonly id: string;
  readonly title?: string;
  readonly review?: string;
  readonly pages?: number;
}

const realOf = (id: string) => ({
  __typename: id === "b" ? "Book" : "Film",
  id,
  title: `title ${id}`,
  pages: 9,
});
const media = {
  name: "media",
  sdl: `
    type Query { media: [Media!]! book: Book }
    interface Media @key(fields: "id") { id: ID! title: String! }
    type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int! }
    type Film implements Media @key(fields: "id") { id: ID! title: String! }
  `,
  resolvers: {
    Query: { media: () => [realOf("f"), realOf("b")], book: () => realOf("b") },
    Media: { __resolveReference: async ({ id }: Medium) => realOf(id) },
    Book: { __resolveReference: async ({ id }: Medium) => realOf(id) },
    Film: { __resolveReference: async ({ id }: Medium) => realOf(id) },
  },
};
const reviews = {
  name: "reviews",
  sdl: `
    type Query { reviewed: [Media!]! }
    type Media @interfaceObject @key(fields: "id") {
      id: ID! title: String! @external
      review: String! @requires(fields: "title")
    }
  `,
  resolvers: {
    Query: { reviewed: () => [{ id: "b" }, { id: "f" }] },
    Media: {
      __resolveReference: async (medium: Medium) => medium,
      review: ({ title }: Medium) => `review of ${title}`,
    },
  },
};
const critics = {
  name: "critics",
  sdl: `
    type Query { criticized: Book }
    type Book @key(fields: "id") {
      id: ID! review: String! @external pages: Int! @external
      critique: String @requires(fields: "review pages")
    }
  `,
  resolvers: {
    Query: { criticized: () => ({ id: "b" }) },
    Book: {
      __resolveReference: async (book: Medium) => book,
      critique: ({ review, pages }: Medium) => `critique of ${review} of ${pages} pages`,
    },
  },
};

const critique = "critique of review of title b of 9 pages";

export const interfaceObjectChainsCase: FederationCase = {
  title: "chains of @requires through an interface object",
  subgraphs: () => [media, reviews, critics],
  operations: [
    {
      rule: "a type requires a field that the interface object resolves by another requirement",
      query: "{ media { __typename review ... on Book { critique } } book { critique } }",
      answer: {
        data: {
          media: [
            { __typename: "Film", review: "review of title f" },
            { __typename: "Book", review: "review of title b", critique },
          ],
          book: { critique },
        },
      },
    },
    {
      rule: "from the subgraph that requires it",
      query: "{ criticized { critique title } reviewed { review } }",
      answer: {
        data: {
          criticized: { critique, title: "title b" },
          reviewed: [{ review: "review of title b" }, { review: "review of title f" }],
        },
      },
    },
  ],
};
