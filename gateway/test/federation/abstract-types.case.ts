import { findById, type FederationCase } from "./federation-case.js";

interface Product {
  readonly id: string;
}

const book = { __typename: "Book", id: "b", title: "Reader", pages: 90 };
const film = { __typename: "Film", id: "f", title: "Viewer", minutes: 80 };
const products = {
  name: "products",
  sdl: `
    type Query { products: [Product!]! similar(id: ID!): Similar }
    union Similar = Book | Film | Nothing
    interface Product { id: ID! title: String! }
    type Book implements Product @key(fields: "id") { id: ID! title: String! pages: Int! }
    type Film implements Product @key(fields: "id") { id: ID! title: String! minutes: Int! }
    type Nothing { why: String! }
  `,
  resolvers: {
    Query: {
      products: () => [book, film],
      similar: (_: unknown, { id }: Product) =>
        [book, film].find((one) => one.id === id) ?? { __typename: "Nothing", why: `No ${id}` },
    },
    Book: { __resolveReference: findById([book]) },
    Film: { __resolveReference: findById([film]) },
  },
};
const reviews = {
  name: "reviews",
  sdl: `
    type Query { reviewed: [Product!]! }
    interface Product { id: ID! stars: Int! reviews: [Review!]! }
    interface Review { text: String! of: Product! }
    type Short implements Review @shareable { text: String! of: Product! }
    type Long implements Review @shareable { text: String! of: Product! words: Int! }
    type Book implements Product @key(fields: "id") { id: ID! stars: Int! reviews: [Review!]! }
    type Film implements Product @key(fields: "id") { id: ID! stars: Int! reviews: [Review!]! seen: Boolean }
  `,
  resolvers: {
    Query: {
      reviewed: () => [
        { __typename: "Film", id: "f" },
        { __typename: "Book", id: "b" },
      ],
    },
    Book: {
      __resolveReference: async ({ id }: Product) => ({ id }),
      stars: () => 5,
      reviews: () => [
        { __typename: "Short", text: "Good", of: { __typename: "Book", id: "b" } },
        { __typename: "Long", text: "Bad", words: 0, of: { __typename: "Film", id: "f" } },
      ],
    },
    Film: { __resolveReference: async ({ id }: Product) => ({ id }), stars: () => 0, reviews: () => [] },
  },
};

export const abstractTypesCase: FederationCase = {
  title: "interfaces that several subgraphs have",
  subgraphs: () => [products, reviews],
  operations: [
    {
      rule: "a field that another subgraph adds to the interface is fetched for every type",
      query: "{ products { id title stars } }",
      answer: {
        data: {
          products: [
            { id: "b", title: "Reader", stars: 5 },
            { id: "f", title: "Viewer", stars: 0 },
          ],
        },
      },
    },
    {
      rule: "from the other subgraph, the fields of the first are fetched for every type",
      query: "{ reviewed { title ... on Book { pages } ... on Film { seen minutes } } }",
      answer: {
        data: {
          reviewed: [
            { title: "Viewer", seen: null, minutes: 80 },
            { title: "Reader", pages: 90 },
          ],
        },
      },
    },
    {
      rule: "interfaces inside interfaces lead through both subgraphs",
      query:
        "{ products { reviews { __typename text ... on Long { words } of { title stars ... on Film { minutes } } } } }",
      answer: {
        data: {
          products: [
            {
              reviews: [
                { __typename: "Short", text: "Good", of: { title: "Reader", stars: 5 } },
                { __typename: "Long", text: "Bad", words: 0, of: { title: "Viewer", stars: 0, minutes: 80 } },
              ],
            },
            { reviews: [] },
          ],
        },
      },
    },
    {
      rule: "members of a union get the fields that another subgraph adds to their interface",
      query: `{
        a: similar(id: "b") { ... on Product { id stars } ... on Nothing { why } }
        b: similar(id: "x") { __typename ... on Product { id stars } ... on Nothing { why } }
        c: similar(id: "f") { ... on Film { stars title } ... on Book { id } }
      }`,
      answer: {
        data: {
          a: { id: "b", stars: 5 },
          b: { __typename: "Nothing", why: "No x" },
          c: { stars: 0, title: "Viewer" },
        },
      },
    },
    {
      rule: "__typename is that of the object, under any alias, on interfaces and on unions",
      query:
        '{ __typename products { a: __typename ... on Film { b: __typename } } similar(id: "f") { __typename } reviewed { __typename } }',
      answer: {
        data: {
          __typename: "Query",
          products: [{ a: "Book" }, { a: "Film", b: "Film" }],
          similar: { __typename: "Film" },
          reviewed: [{ __typename: "Film" }, { __typename: "Book" }],
        },
      },
    },
    {
      rule: "one alias may mean fields of different subgraphs on different types",
      query: "{ products { ... on Book { n: pages s: stars } ... on Film { n: stars s: minutes } } }",
      answer: {
        data: {
          products: [
            { n: 90, s: 5 },
            { n: 0, s: 80 },
          ],
        },
      },
    },
  ],
};
