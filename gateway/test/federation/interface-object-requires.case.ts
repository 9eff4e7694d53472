import type { FederationCase } from "./federation-case.js";

interface Medium {
  readonly id: string;
  readonly title?: string;
  readonly review?: string;
}

const titleOf = ({ id }: Medium, { language }: { language: string }) => `${id} ${language}`;
const media = {
  name: "media",
  sdl: `
    type Query { media: [Media!]! book: Book }
    interface Media @key(fields: "id") { id: ID! title(language: String = "vi"): String! }
    type Book implements Media @key(fields: "id") { id: ID! title(language: String = "vi"): String! pages: Int! }
    type Film implements Media @key(fields: "id") { id: ID! title(language: String = "vi"): String! }
  `,
  resolvers: {
    Query: {
      media: () => [
        { __typename: "Film", id: "f" },
        { __typename: "Book", id: "b", pages: 0 },
      ],
      book: () => ({ id: "b", pages: 0 }),
    },
    Media: {
      __resolveReference: async ({ id }: Medium) => ({
        __typename: id === "b" ? "Book" : "Film",
        id,
        pages: 0,
      }),
    },
    Book: { title: titleOf },
    Film: { title: titleOf },
  },
};
const reviews = {
  name: "reviews",
  sdl: `
    type Query { reviewed: [Media!]! }
    type Media @interfaceObject @key(fields: "id") {
      id: ID!
      title(language: String = "vi"): String! @external
      stars: Int
      review: String! @requires(fields: "title")
      english: String! @requires(fields: "title(language: \\"en\\")")
      french: String! @requires(fields: "title(language: \\"fr\\")")
    }
  `,
  resolvers: {
    Query: { reviewed: () => [{ id: "b", stars: 0 }, { id: "f" }] },
    Media: {
      __resolveReference: async (medium: Medium) => ({ ...medium, stars: 0 }),
      review: ({ title }: Medium) => `review of ${title}`,
      english: ({ title }: Medium) => title,
      french: ({ title }: Medium) => title,
    },
  },
};

export const interfaceObjectRequiresCase: FederationCase = {
  title: "@interfaceObject with @requires",
  subgraphs: () => [media, reviews],
  operations: [
    {
      rule: "an interface object gets what it requires of each type",
      query: "{ media { __typename review stars } book { review } }",
      answer: {
        data: {
          media: [
            { __typename: "Film", review: "review of f vi", stars: 0 },
            { __typename: "Book", review: "review of b vi", stars: 0 },
          ],
          book: { review: "review of b vi" },
        },
      },
    },
    {
      rule: "from the interface object, what it requires is fetched first",
      query: "{ reviewed { review stars } }",
      answer: {
        data: {
          reviewed: [
            { review: "review of b vi", stars: 0 },
            { review: "review of f vi", stars: null },
          ],
        },
      },
    },
    {
      rule: "two fields may require one field of the interface with different arguments",
      query: '{ media { id english french review title(language: "de") } }',
      answer: {
        data: {
          media: [
            { id: "f", english: "f en", french: "f fr", review: "review of f vi", title: "f de" },
            { id: "b", english: "b en", french: "b fr", review: "review of b vi", title: "b de" },
          ],
        },
      },
    },
    {
      rule: "a type condition chooses whose fields are asked for",
      query: "{ reviewed { ... on Book { pages english } } media { ... on Film { french stars } } }",
      answer: {
        data: { reviewed: [{ pages: 0, english: "b en" }, {}], media: [{ french: "f fr", stars: 0 }, {}] },
      },
    },
    {
      rule: "the real type's name is answered beside fields of the interface object",
      query: "{ reviewed { __typename id kind: __typename review } }",
      answer: {
        data: {
          reviewed: [
            { __typename: "Book", id: "b", kind: "Book", review: "review of b vi" },
            { __typename: "Film", id: "f", kind: "Film", review: "review of f vi" },
          ],
        },
      },
    },
  ],
};
