import type { FederationCase } from "./federation-case.js";

const library = {
  name: "library",
  sdl: `
    type Query { book(id: ID): Book }
    type Book @key(fields: "id") { id: ID! title: String! }
    enum Kind { NEW }
    type Mutation { lend(kind: Kind): Int }
  `,
  resolvers: { Query: { book: () => ({ id: "1", title: "Reader" }) } },
};
const stock = {
  name: "stock",
  sdl: `type Book @key(fields: "id") { id: ID! copies: Int! }`,
  resolvers: { Book: { __resolveReference: async ({ id }: { id: string }) => ({ id, copies: 0 }) } },
};

export const introspectionAndDataCase: FederationCase = {
  title: "introspection beside data",
  subgraphs: () => [library, stock],
  operations: [
    {
      rule: "the schema is answered beside data of two subgraphs, with aliases and variables",
      query: `query ($name: String!, $id: ID) {
        type: __type(name: $name) { n: name __typename }
        b: book(id: $id) { t: title c: copies kind: __typename }
        none: __type(name: "Nope") { name }
        s: __schema { __typename description q: queryType { name } mutationType { name } subscriptionType { name } }
        __typename
      }`,
      variables: { name: "Kind", id: "1" },
      answer: {
        data: {
          type: { n: "Kind", __typename: "__Type" },
          b: { t: "Reader", c: 0, kind: "Book" },
          none: null,
          s: {
            __typename: "__Schema",
            description: null,
            q: { name: "Query" },
            mutationType: { name: "Mutation" },
            subscriptionType: null,
          },
          __typename: "Query",
        },
      },
    },
    {
      rule: "conditions decide about introspection too",
      query: `query ($no: Boolean!) {
        a: __schema @include(if: $no) { queryType { name } }
        b: __schema { queryType { name @skip(if: $no) kind @include(if: $no) } ... @include(if: $no) { types { name } } }
        ...F
      } fragment F on Query { __type(name: "Book") @skip(if: $no) { name } }`,
      variables: { no: false },
      answer: { data: { b: { queryType: { name: "Query" } }, __type: { name: "Book" } } },
    },
  ],
};
