import type { FederationCase } from "./federation-case.js";

const echo = (_: unknown, args: object) => JSON.stringify(args);
const wide = {
  name: "wide",
  sdl: `
    type Query { wide(filter: Filter): String! colors: [Color!]! }
    enum Color { RED GREEN BLUE }
    input Filter { color: Shade = DARK limit: Int onlyWide: Boolean }
    enum Shade { DARK LIGHT MIXED }
  `,
  resolvers: { Query: { wide: echo, colors: () => ["RED", "BLUE"] } },
};
const narrow = {
  name: "narrow",
  sdl: `
    type Query { narrow(filter: Filter): String! favorite: Color! }
    enum Color { RED WHITE }
    input Filter { color: Shade = DARK limit: Int }
    enum Shade { DARK LIGHT }
  `,
  resolvers: { Query: { narrow: echo, favorite: () => "WHITE" } },
};

export const enumsAndInputsCase: FederationCase = {
  title: "enums and input types",
  subgraphs: () => [wide, narrow],
  operations: [
    {
      rule: "an enum in answers has the values of all subgraphs",
      query: "{ colors favorite }",
      answer: { data: { colors: ["RED", "BLUE"], favorite: "WHITE" } },
    },
    {
      rule: "an input type has the fields that all subgraphs have, with defaults",
      query: "query ($filter: Filter) { wide(filter: $filter) narrow(filter: { color: LIGHT, limit: 3 }) }",
      variables: { filter: { limit: 2 } },
      answer: {
        data: {
          wide: '{"filter":{"color":"DARK","limit":2}}',
          narrow: '{"filter":{"color":"LIGHT","limit":3}}',
        },
      },
    },
  ],
};
