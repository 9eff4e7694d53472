import type { FederationCase } from "./federation-case.js";

const pets = {
  name: "pets",
  sdl: `type Query { pet(id: ID = "1"): Pet echo(text: String): String } type Pet @key(fields: "id") { id: ID! }`,
  resolvers: {
    Query: {
      pet: (_: unknown, { id }: { id: string }) => ({ id }),
      echo: (_: unknown, { text }: { text: string }) => text,
    },
  },
};
const ages = {
  name: "ages",
  sdl: `
    type Pet @key(fields: "id") { id: ID! age(plus: Int! = 0, of: Options): Int! said(text: String): String }
    input Options { factor: Int = 2 list: [Int!] }
  `,
  resolvers: {
    Pet: {
      __resolveReference: async (pet: object) => pet,
      age: (_: unknown, { plus, of }: { plus: number; of?: { factor: number; list?: number[] } }) =>
        10 * (of?.factor ?? 1) + plus + (of?.list?.length ?? 0),
      said: (_: unknown, { text }: { text?: string | null }) => (text === undefined ? "left out" : `${text}`),
    },
  },
};

export const variablesCase: FederationCase = {
  title: "variables",
  subgraphs: () => [pets, ages],
  operations: [
    {
      rule: "may have the names that requests for entities use",
      query: `query ($representations: Int!, $representations0: Int!, $r0: Int!, $e0: ID) {
        pet(id: $e0) { id a: age(plus: $representations) b: age(plus: $representations0) c: age(plus: $r0) }
      }`,
      variables: { representations: 1, representations0: 2, r0: 3, e0: "9" },
      answer: { data: { pet: { id: "9", a: 11, b: 12, c: 13 } } },
    },
    {
      rule: "may have them at the root and below entities of several places",
      query: `query ($representations: ID, $representations1: Int = 4) {
        one: pet(id: $representations) { age(plus: $representations1) id }
        two: pet { e0: age(plus: $representations1) e1: said(text: "x") }
      }`,
      variables: { representations: "7" },
      answer: { data: { one: { age: 14, id: "7" }, two: { e0: 14, e1: "x" } } },
    },
    {
      rule: "that are left out are left out, and null is null",
      query:
        "query ($none: String, $null: String) { pet { a: said(text: $none) b: said(text: $null) c: said } }",
      variables: { null: null },
      answer: { data: { pet: { a: "left out", b: "null", c: "left out" } } },
    },
    {
      rule: "inside input objects and lists reach the subgraph, with the defaults of the input type",
      query: `query ($factor: Int, $n: Int!, $of: Options) { pet {
        a: age(of: { factor: $factor, list: [$n, 2] }) b: age(of: { list: [$n] }) c: age(of: $of) d: age(of: {})
      } }`,
      variables: { factor: 3, n: 1, of: { list: [] } },
      answer: { data: { pet: { a: 32, b: 21, c: 20, d: 20 } } },
    },
    {
      rule: "keep every character of a text",
      query: "query ($text: String) { echo(text: $text) pet { said(text: $text) } }",
      variables: { text: 'é " \\ \n \u2028 \u0000 😀 </script> $representations' },
      answer: {
        data: {
          echo: 'é " \\ \n \u2028 \u0000 😀 </script> $representations',
          pet: { said: 'é " \\ \n \u2028 \u0000 😀 </script> $representations' },
        },
      },
    },
  ],
};
