import { findById, type FederationCase } from "./federation-case.js";

const typeOf = (id: string) => (id.startsWith("p") ? "Person" : "Place");
const nodes = {
  name: "nodes",
  sdl: `
    type Query { node(id: ID!): Node nodes(ids: [ID!]!): [Node]! }
    interface Node { id: ID! }
    type Person implements Node @key(fields: "id", resolvable: false) { id: ID! }
    type Place implements Node @key(fields: "id", resolvable: false) { id: ID! }
  `,
  resolvers: {
    Query: {
      node: (_: unknown, { id }: { id: string }) => ({ __typename: typeOf(id), id }),
      nodes: (_: unknown, { ids }: { ids: string[] }) =>
        ids.map((id) => (id === "" ? null : { __typename: typeOf(id), id })),
    },
  },
};
const people = {
  name: "people",
  sdl: `interface Node { id: ID! } type Person implements Node @key(fields: "id") { id: ID! name: String! home: Place }
    type Place implements Node @key(fields: "id", resolvable: false) { id: ID! }`,
  resolvers: { Person: { __resolveReference: findById([{ id: "p1", name: "An", home: { id: "h1" } }]) } },
};
const places = {
  name: "places",
  sdl: `interface Node { id: ID! } type Place implements Node @key(fields: "id") { id: ID! street: String }`,
  resolvers: { Place: { __resolveReference: findById([{ id: "h1", street: "" }]) } },
};

export const nodeCase: FederationCase = {
  title: "an interface of all entities",
  subgraphs: () => [nodes, people, places],
  operations: [
    {
      rule: "a node gets the fields of the type that it turns out to be",
      query: `query ($id: ID!) {
        a: node(id: $id) { id ... on Person { name home { street } } ... on Place { street } }
        b: node(id: "h1") { __typename ... on Person { name } ... on Place { street } }
      }`,
      variables: { id: "p1" },
      answer: {
        data: {
          a: { id: "p1", name: "An", home: { street: "" } },
          b: { __typename: "Place", street: "" },
        },
      },
    },
    {
      rule: "in a list each node is asked of its own subgraph",
      query: '{ nodes(ids: ["h1", "", "p1", "h1"]) { id ... on Place { street } ... on Person { name } } }',
      answer: {
        data: {
          nodes: [{ id: "h1", street: "" }, null, { id: "p1", name: "An" }, { id: "h1", street: "" }],
        },
      },
    },
    {
      rule: "a node that its subgraph does not know has its key and nulls",
      query: '{ node(id: "h404") { id ... on Place { street } } }',
      answer: { data: { node: { id: "h404", street: null } } },
    },
  ],
};
