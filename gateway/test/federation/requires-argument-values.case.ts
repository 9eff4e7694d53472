import type { FederationCase } from "./federation-case.js";

interface Product {
  readonly id: string;
  readonly label?: string;
  readonly info?: unknown;
}

const shared = `
  scalar JSON
  input Options { mode: Mode = FAST deep: Options }
  enum Mode { FAST SLOW }
`;
const products = {
  name: "products",
  sdl: `
    ${shared}
    type Query { product: Product }
    type Product @key(fields: "id") {
      id: ID!
      label(text: String!, of: Options, lists: [[Int]!]): String
      info(about: String!): JSON
    }
  `,
  resolvers: {
    Query: { product: () => ({ id: "1" }) },
    Product: {
      label: (_: unknown, given: object) => JSON.stringify(given),
      info: ({ id }: Product, { about }: { about: string }) => ({ [about]: [id, null, { "a b": 0 }] }),
    },
  },
};
const tags = {
  name: "tags",
  sdl: `
    ${shared}
    type Product @key(fields: "id") {
      id: ID!
      label(text: String!, of: Options, lists: [[Int]!]): String @external
      info(about: String!): JSON @external
      tag: String @requires(fields: """
        label(text: "a \\"b\\" \\\\ {é}: $c", of: { mode: SLOW, deep: { mode: FAST } }, lists: [[1, null], []])
      """)
      other: String @requires(fields: "label(lists: [], text: \\"a\\")")
      same: String @requires(fields: "label(text: \\"a\\", lists: [])")
      note: String @requires(fields: "info(about: \\"x\\")")
    }
  `,
  resolvers: {
    Product: {
      __resolveReference: async (product: Product) => product,
      tag: ({ label }: Product) => label,
      other: ({ label }: Product) => label,
      same: ({ label }: Product) => label,
      note: ({ info }: Product) => JSON.stringify(info),
    },
  },
};

const label = {
  text: 'a "b" \\ {é}: $c',
  of: { mode: "SLOW", deep: { mode: "FAST" } },
  lists: [[1, null], []],
};

export const requiresArgumentValuesCase: FederationCase = {
  title: "the arguments in @requires",
  subgraphs: () => [products, tags],
  operations: [
    {
      rule: "may be texts with any characters, lists, objects and enum values",
      query: "query ($text: String!) { product { tag label(text: $text) } }",
      variables: { text: "" },
      answer: { data: { product: { tag: JSON.stringify(label), label: '{"text":""}' } } },
    },
    {
      rule: "are the same in any order",
      query: "{ product { other same tag } }",
      answer: {
        data: {
          product: {
            other: '{"text":"a","lists":[]}',
            same: '{"text":"a","lists":[]}',
            tag: JSON.stringify(label),
          },
        },
      },
    },
    {
      rule: "may give a scalar whose value is any JSON",
      query: '{ product { note info(about: "y") } }',
      answer: {
        data: {
          product: {
            note: JSON.stringify({ x: ["1", null, { "a b": 0 }] }),
            info: { y: ["1", null, { "a b": 0 }] },
          },
        },
      },
    },
  ],
};
