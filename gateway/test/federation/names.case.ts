import type { FederationCase } from "./federation-case.js";

interface Odd {
  readonly constructor: string;
  readonly toString: string;
}

const odds = {
  name: "odds",
  sdl: `
    scalar JSON
    input Filter { constructor: Int = 1 toString: String hasOwnProperty: [Int] }
    enum Word { constructor toString valueOf }
    type Query {
      odd: Odd
      constructor(toString: Int = 3, valueOf: Filter): String
      isPrototypeOf: [Word!]!
      echo(value: JSON): JSON
    }
    type Odd @key(fields: "constructor toString") {
      constructor: ID! toString: String! valueOf(hasOwnProperty: Int = 0): Int
    }
  `,
  resolvers: {
    Query: {
      odd: () => ({ constructor: "c", toString: "t" }),
      constructor: (_: unknown, given: object) => JSON.stringify(given),
      isPrototypeOf: () => ["valueOf", "constructor"],
      echo: (_: unknown, { value }: { value: unknown }) => value,
    },
    Odd: { valueOf: (_: unknown, { hasOwnProperty }: { hasOwnProperty: number }) => hasOwnProperty },
  },
};
const others = {
  name: "others",
  sdl: `
    type Odd @key(fields: "constructor toString") {
      constructor: ID! toString: String! valueOf(hasOwnProperty: Int = 0): Int @external
      hasOwnProperty(times: Int = 1): String @requires(fields: "valueOf(hasOwnProperty: 7)")
      toLocaleString: String
    }
  `,
  resolvers: {
    Odd: {
      __resolveReference: async (odd: object) => odd,
      hasOwnProperty: (odd: Odd & { readonly valueOf: number }, { times }: { times: number }) =>
        `${odd.constructor}${odd.toString}${odd.valueOf}`.repeat(times),
      toLocaleString: () => "",
    },
  },
};

const protoKey = JSON.parse('{ "__proto__": 1, "constructor": { "toString": null } }') as object;

export const namesCase: FederationCase = {
  title: "names that objects inherit",
  subgraphs: () => [odds, others],
  operations: [
    {
      rule: "are names of fields and of key fields",
      query:
        "{ odd { constructor toString valueOf hasOwnProperty toLocaleString } constructor isPrototypeOf }",
      answer: {
        data: {
          odd: { constructor: "c", toString: "t", valueOf: 0, hasOwnProperty: "ct7", toLocaleString: "" },
          constructor: '{"toString":3}',
          isPrototypeOf: ["valueOf", "constructor"],
        },
      },
    },
    {
      rule: "are aliases, for fields of every subgraph",
      query: `{
        __proto__: odd { __proto__: toString constructor: hasOwnProperty toString: constructor valueOf: toLocaleString }
        hasOwnProperty: constructor
        toString: odd { hasOwnProperty: valueOf(hasOwnProperty: 2) __proto__: valueOf(hasOwnProperty: 1) }
      }`,
      answer: {
        data: {
          ["__proto__"]: { ["__proto__"]: "t", constructor: "ct7", toString: "c", valueOf: "" },
          hasOwnProperty: '{"toString":3}',
          toString: { hasOwnProperty: 2, ["__proto__"]: 1 },
        },
      },
    },
    {
      rule: "are variables, and the values of those that are left out",
      query: `query ($__proto__: Int!, $constructor: Int, $toString: Int = 5, $valueOf: Filter, $hasOwnProperty: Boolean!) {
        odd { a: hasOwnProperty(times: $__proto__) valueOf(hasOwnProperty: $toString) toString @include(if: $hasOwnProperty) }
        b: constructor(toString: $constructor)
        c: constructor(valueOf: $valueOf)
      }`,
      variables: {
        ["__proto__"]: 2,
        valueOf: { constructor: 4, toString: "x", hasOwnProperty: [1] },
        hasOwnProperty: false,
      },
      answer: {
        data: {
          odd: { a: "ct7ct7", valueOf: 5 },
          b: '{"toString":3}',
          c: '{"toString":3,"valueOf":{"constructor":4,"toString":"x","hasOwnProperty":[1]}}',
        },
      },
    },
    {
      rule: "are keys in the values of a scalar, given and answered",
      query:
        "query ($value: JSON) { echo(value: $value) again: echo(value: { constructor: 1, valueOf: [] }) }",
      variables: { value: protoKey },
      answer: { data: { echo: protoKey, again: { constructor: 1, valueOf: [] } } },
    },
    {
      rule: "are names of fragments and of operations",
      query:
        "query constructor { odd { ...toString } } fragment toString on Odd { ...__proto__ } fragment __proto__ on Odd { valueOf }",
      answer: { data: { odd: { valueOf: 0 } } },
    },
  ],
};
