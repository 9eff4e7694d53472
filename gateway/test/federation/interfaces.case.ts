import { findById, type FederationCase } from "./federation-case.js";

const catalog = {
  name: "catalog",
  sdl: `
    type Query { items: [Item!]! }
    interface Item { id: ID! title: String! }
    type Book implements Item @key(fields: "id") { id: ID! title: String! pages: Int! }
    type Film implements Item @key(fields: "id") { id: ID! title: String! minutes: Int! }
  `,
  resolvers: {
    Query: {
      items: () => [
        { __typename: "Book", id: "b1", title: "Reader", pages: 90 },
        { __typename: "Film", id: "f1", title: "Viewer", minutes: 80 },
        { __typename: "Book", id: "b2", title: "Writer", pages: 120 },
      ],
    },
  },
};
const stock = {
  name: "stock",
  sdl: `
    type Book @key(fields: "id") { id: ID! copies: Int! }
    type Film @key(fields: "id") { id: ID! copies: Int! }
  `,
  resolvers: {
    Book: {
      __resolveReference: findById([
        { id: "b1", copies: 1 },
        { id: "b2", copies: 2 },
      ]),
    },
    Film: { __resolveReference: findById([{ id: "f1", copies: 3 }]) },
  },
};

export const interfacesCase: FederationCase = {
  title: "interfaces",
  subgraphs: () => [catalog, stock],
  operations: [
    {
      rule: "fields of the interface and of its types come from their subgraphs",
      query: "{ items { title ... on Book { pages copies } ... on Film { minutes copies } } }",
      answer: {
        data: {
          items: [
            { title: "Reader", pages: 90, copies: 1 },
            { title: "Viewer", minutes: 80, copies: 3 },
            { title: "Writer", pages: 120, copies: 2 },
          ],
        },
      },
    },
    {
      rule: "__typename may be selected everywhere, under any alias",
      query: "{ __typename items { kind: __typename ... on Book { __typename copies } } }",
      answer: {
        data: {
          __typename: "Query",
          items: [
            { kind: "Book", __typename: "Book", copies: 1 },
            { kind: "Film" },
            { kind: "Book", __typename: "Book", copies: 2 },
          ],
        },
      },
    },
    {
      rule: "one alias may mean different fields on different types",
      query: "{ items { ... on Book { size: pages n: copies } ... on Film { size: minutes n: copies } } }",
      answer: {
        data: {
          items: [
            { size: 90, n: 1 },
            { size: 80, n: 3 },
            { size: 120, n: 2 },
          ],
        },
      },
    },
    {
      rule: "an alias may look like those of the query planner",
      query: "{ items { ... on Book { n: pages } ... on Film { n: minutes n__alias_0: minutes } } }",
      answer: { data: { items: [{ n: 90 }, { n: 80, n__alias_0: 80 }, { n: 120 }] } },
    },
    {
      rule: "named fragments on an interface reach its types",
      query: `
      query { items { ...Shown } }
      fragment Shown on Item { title ...Counted }
      fragment Counted on Item { ... on Book { copies } }
    `,
      answer: {
        data: {
          items: [{ title: "Reader", copies: 1 }, { title: "Viewer" }, { title: "Writer", copies: 2 }],
        },
      },
    },
  ],
};
