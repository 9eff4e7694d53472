import type { FederationCase } from "./federation-case.js";

const echo = (_: unknown, args: object) => JSON.stringify(args);
const wide = {
  name: "wide",
  sdl: `
    type Query { wide(filter: Filter): String! colours: [Colour!]! }
    enum Colour { RED GREEN BLUE }
    input Filter { colour: Shade = DARK limit: Int onlyWide: Boolean }
    enum Shade { DARK LIGHT MIXED }
  `,
  resolvers: { Query: { wide: echo, colours: () => ["RED", "BLUE"] } },
};
const narrow = {
  name: "narrow",
  sdl: `
    type Query { narrow(filter: Filter): String! favourite: Colour! }
    enum Colour { RED WHITE }
    input Filter { colour: Shade = DARK limit: Int }
    enum Shade { DARK LIGHT }
  `,
  resolvers: { Query: { narrow: echo, favourite: () => "WHITE" } },
};

export const enumsAndInputsCase: FederationCase = {
  title: "enums and input types",
  subgraphs: () => [wide, narrow],
  operations: [
    {
      rule: "an enum of answers has the values of all subgraphs",
      query: "{ colours favourite }",
      answer: { data: { colours: ["RED", "BLUE"], favourite: "WHITE" } },
    },
    {
      rule: "an input type has what all subgraphs know, with defaults",
      query: "query ($filter: Filter) { wide(filter: $filter) narrow(filter: { colour: LIGHT, limit: 3 }) }",
      variables: { filter: { limit: 2 } },
      answer: {
        data: {
          wide: '{"filter":{"colour":"DARK","limit":2}}',
          narrow: '{"filter":{"colour":"LIGHT","limit":3}}',
        },
      },
    },
  ],
};
