import { findById, type FederationCase } from "./federation-case.js";

const search = {
  name: "search",
  sdl: `
    type Query { found: [Result] }
    union Result = Person | Place
    type Person @key(fields: "id") { id: ID! }
    type Place @key(fields: "id") { id: ID! height: Int @shareable }
  `,
  resolvers: {
    Query: {
      found: () => [{ __typename: "Person", id: "1" }, null, { __typename: "Place", id: "2", height: 7 }],
    },
  },
};
const people = {
  name: "people",
  sdl: `type Person @key(fields: "id") { id: ID! name: String! } type Query { me: Person }`,
  resolvers: {
    Query: { me: () => ({ id: "1", name: "An" }) },
    Person: { __resolveReference: findById([{ id: "1", name: "An" }]) },
  },
};
const places = {
  name: "places",
  sdl: `type Place @key(fields: "id") { id: ID! name: String! height: Int @shareable }`,
  resolvers: { Place: { __resolveReference: findById([{ id: "2", name: "Ba Vi", height: 7 }]) } },
};

export const unionsCase: FederationCase = {
  title: "unions",
  subgraphs: () => [search, people, places],
  operations: [
    {
      rule: "each member gets the fields of its own subgraph, nulls stay",
      query: "{ found { __typename ... on Person { name } ... on Place { name height } } me { name } }",
      answer: {
        data: {
          found: [
            { __typename: "Person", name: "An" },
            null,
            { __typename: "Place", name: "Ba Vi", height: 7 },
          ],
          me: { name: "An" },
        },
      },
    },
    {
      rule: "a member without selected fields is an empty object",
      query: "{ found { ... on Place { id } } }",
      answer: { data: { found: [{}, null, { id: "2" }] } },
    },
  ],
};
