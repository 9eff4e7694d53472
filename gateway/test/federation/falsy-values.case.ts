import type { FederationCase } from "./federation-case.js";

interface Thing {
  readonly id: string;
  readonly number: number;
  readonly count?: number | null;
  readonly text?: string;
  readonly flag?: boolean;
}

const box = {
  __typename: "Box",
  id: "",
  number: 0,
  count: 0,
  text: "",
  flag: false,
  list: [0, null],
  tags: [],
};
const bag = {
  __typename: "Bag",
  id: "0",
  number: 0,
  count: null,
  text: "0",
  flag: false,
  share: 0,
  half: 0,
  list: [],
  tags: [""],
};
const things = {
  name: "things",
  sdl: `
    type Query { things: [Thing!]! zero: Int no: Boolean! empty: String none: [Int!]! }
    interface Thing { id: ID! number: Int! text: String! flag: Boolean }
    type Box implements Thing @key(fields: "id number") {
      id: ID! number: Int! text: String! flag: Boolean count: Int list: [Int]! tags: [String!]
    }
    type Bag implements Thing @key(fields: "id number") {
      id: ID! number: Int! text: String! flag: Boolean share: Int list: [Int]! tags: [String!] half: Int
    }
  `,
  resolvers: {
    Query: { things: () => [box, bag], zero: () => 0, no: () => false, empty: () => "", none: () => [] },
  },
};
const describe = ({ id, number, text, flag }: Thing) => JSON.stringify([id, number, text, flag]);
const owned = `id: ID! number: Int! text: String! @external flag: Boolean @external
  said: String! @requires(fields: "text flag") rank: Int empty: String!`;
const ranks = {
  name: "ranks",
  sdl: `type Box @key(fields: "id number") { ${owned} } type Bag @key(fields: "id number") { ${owned} }`,
  resolvers: Object.fromEntries(
    ["Box", "Bag"].map((name) => [
      name,
      { __resolveReference: async (thing: Thing) => ({ ...thing, rank: 0, empty: "" }), said: describe },
    ]),
  ),
};

export const falsyValuesCase: FederationCase = {
  title: "0, false, empty texts and empty lists",
  subgraphs: () => [things, ranks],
  operations: [
    {
      rule: "are values at the root, under aliases too",
      query: "{ zero no empty none a: zero b: no c: empty d: none zero: zero }",
      answer: { data: { zero: 0, no: false, empty: "", none: [], a: 0, b: false, c: "", d: [] } },
    },
    {
      rule: "are values in keys and in required fields",
      query: "{ things { ... on Box { said rank } ... on Bag { said empty } } }",
      answer: {
        data: {
          things: [
            { said: '["",0,"",false]', rank: 0 },
            { said: '["0",0,"0",false]', empty: "" },
          ],
        },
      },
    },
    {
      rule: "are values where one name means fields of different types",
      query: `{ things {
        ... on Box { v: count w: list n: tags }
        ... on Bag { v: share w: list n: tags }
      } }`,
      answer: {
        data: {
          things: [
            { v: 0, w: [0, null], n: [] },
            { v: 0, w: [], n: [""] },
          ],
        },
      },
    },
    {
      rule: "are values where one name means a field of one subgraph and one of another",
      query: "{ things { ... on Box { v: rank w: empty } ... on Bag { v: half w: text } } }",
      answer: {
        data: {
          things: [
            { v: 0, w: "" },
            { v: 0, w: "0" },
          ],
        },
      },
    },
    {
      rule: "are values under the names of keys and of required fields",
      query:
        "{ things { text: number ... on Box { number: rank id: flag flag: said } ... on Bag { number: rank id: flag } } }",
      answer: {
        data: {
          things: [
            { text: 0, number: 0, id: false, flag: '["",0,"",false]' },
            { text: 0, number: 0, id: false },
          ],
        },
      },
    },
  ],
};
