import type { FederationCase } from "./federation-case.js";

const echo = (given: object) => JSON.stringify(given);
const loose = {
  name: "loose",
  sdl: `
    type Query { accounts: [Account!]! found: Found shared: Shared @shareable }
    interface Account { id: ID }
    type User implements Account @key(fields: "id") { id: ID name: String @shareable peer: Account @shareable }
    type Admin implements Account @key(fields: "id") { id: ID }
    union Found = User | Only
    type Only { only: Int }
    type Shared @shareable { text: String kind: Kind picked(kind: Kind, least: Int): String }
    enum Kind { A B }
  `,
  resolvers: {
    Query: {
      accounts: () => [
        { __typename: "User", id: "u", name: "An", peer: { __typename: "Admin", id: "a" } },
        { __typename: "Admin", id: "a" },
      ],
      found: () => ({ __typename: "Only", only: 0 }),
      shared: () => ({ text: null, kind: "A", picked: echo }),
    },
  },
};
const strict = {
  name: "strict",
  sdl: `
    type Query { users: [User!]! foundToo: Found shared: Shared @shareable }
    interface Account { id: ID! }
    type User implements Account @key(fields: "id") { id: ID! name: String! @shareable peer: Admin! @shareable rank: Int! }
    type Admin implements Account @key(fields: "id") { id: ID! rights: Int! }
    union Found = User | Admin
    type Shared @shareable { text: String! kind: Kind picked(kind: Kind, least: Int! = 1): String }
    enum Kind { A B }
  `,
  resolvers: {
    Query: {
      users: () => [{ id: "u", name: "An", rank: 0, peer: { id: "a", rights: 0 } }],
      foundToo: () => ({ __typename: "Admin", id: "a", rights: 7 }),
      shared: () => ({ text: "strict", kind: "A", picked: echo }),
    },
    User: {
      __resolveReference: async ({ id }: { id: string }) => ({ id, name: "An", rank: 0, peer: { id: "a" } }),
    },
    Admin: { __resolveReference: async ({ id }: { id: string }) => ({ id, rights: 7 }) },
  },
};

export const typeDifferencesCase: FederationCase = {
  title: "one type that subgraphs know differently",
  subgraphs: () => [loose, strict],
  operations: [
    {
      rule: "a field that may be null in one subgraph may be null in the API, and is fetched from either",
      query: "{ accounts { id ... on User { name rank } ... on Admin { rights } } users { id name } }",
      answer: {
        data: {
          accounts: [
            { id: "u", name: "An", rank: 0 },
            { id: "a", rights: 7 },
          ],
          users: [{ id: "u", name: "An" }],
        },
      },
    },
    {
      rule: "a field that is an interface in one subgraph and one of its types in another",
      query:
        "{ accounts { ... on User { peer { id ... on Admin { rights } } } } users { peer { __typename id ... on Admin { rights } } } }",
      answer: {
        data: {
          accounts: [{ peer: { id: "a", rights: 7 } }, {}],
          users: [{ peer: { __typename: "Admin", id: "a", rights: 0 } }],
        },
      },
    },
    {
      rule: "a union has the members of all subgraphs, and each subgraph is asked for those that it knows",
      query: `{
        found { __typename ... on Only { only } ... on Admin { rights } ... on User { name } }
        foundToo { __typename ... on Only { only } ... on Admin { rights } ... on User { name } }
      }`,
      answer: {
        data: { found: { __typename: "Only", only: 0 }, foundToo: { __typename: "Admin", rights: 7 } },
      },
    },
    {
      rule: "an argument that must not be null in one subgraph must not be null in the API",
      query: "query ($least: Int!) { shared { picked(least: $least) } }",
      variables: { least: 2 },
      answer: { data: { shared: { picked: '{"least":2}' } } },
    },
  ],
};
