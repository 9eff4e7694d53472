import { findById, type FederationCase } from "./federation-case.js";

const media = {
  name: "media",
  sdl: `
    type Query { media: [Media!]! }
    interface Media @key(fields: "id") { id: ID! title: String! }
    type Book implements Media @key(fields: "id") { id: ID! title: String! }
    type Film implements Media @key(fields: "id") { id: ID! title: String! minutes: Int! }
  `,
  resolvers: {
    Query: {
      media: () => [
        { __typename: "Book", id: "1", title: "One" },
        { __typename: "Film", id: "2", title: "Two", minutes: 80 },
      ],
    },
    Media: {
      __resolveReference: async ({ id }: { id: string }) =>
        id === "1"
          ? { __typename: "Book", id, title: "One" }
          : { __typename: "Film", id, title: "Two", minutes: 80 },
    },
    Book: { __resolveReference: findById([{ id: "1", title: "One" }]) },
    Film: { __resolveReference: findById([{ id: "2", title: "Two", minutes: 80 }]) },
  },
};
const reviews = {
  name: "reviews",
  sdl: `
    type Query { reviewed: [Media!]! }
    type Media @interfaceObject @key(fields: "id") { id: ID! score: Int! }
  `,
  resolvers: {
    Query: { reviewed: () => [{ id: "2", score: 20 }] },
    Media: {
      __resolveReference: findById([
        { id: "1", score: 10 },
        { id: "2", score: 20 },
      ]),
    },
  },
};

export const interfaceObjectCase: FederationCase = {
  title: "@interfaceObject",
  subgraphs: () => [media, reviews],
  operations: [
    {
      rule: "every type gains the field that was added to its interface",
      query: "{ media { __typename title score ... on Film { minutes score } } }",
      answer: {
        data: {
          media: [
            { __typename: "Book", title: "One", score: 10 },
            { __typename: "Film", title: "Two", score: 20, minutes: 80 },
          ],
        },
      },
    },
    {
      rule: "the real type is found from the interface object",
      query: "{ reviewed { __typename id score title ... on Film { minutes } } }",
      answer: { data: { reviewed: [{ __typename: "Film", id: "2", score: 20, title: "Two", minutes: 80 }] } },
    },
    {
      rule: "a type condition on an interface object filters by the real type",
      query: "{ reviewed { ... on Book { score } ... on Film { score } } }",
      answer: { data: { reviewed: [{ score: 20 }] } },
    },
  ],
};
