import type { FederationCase } from "./federation-case.js";

const left = {
  name: "left",
  sdl: `
    type Query { shared: Shared @shareable left: Money! }
    type Shared { name: String! @shareable fromLeft: Int! }
    type Money @shareable { amount: Int! currency: Currency! }
    enum Currency { VND USD }
  `,
  resolvers: {
    Query: {
      shared: () => ({ name: "both", fromLeft: 1 }),
      left: () => ({ amount: 5, currency: "VND" }),
    },
  },
};
const right = {
  name: "right",
  sdl: `
    type Query { shared: Shared @shareable right: Money! }
    type Shared { name: String! @shareable fromRight: Int! }
    type Money @shareable { amount: Int! currency: Currency! }
    enum Currency { VND USD }
  `,
  resolvers: {
    Query: {
      shared: () => ({ name: "both", fromRight: 2 }),
      right: () => ({ amount: 7, currency: "USD" }),
    },
  },
};

export const shareableCase: FederationCase = {
  title: "@shareable",
  subgraphs: () => [left, right],
  operations: [
    {
      rule: "a root field that two subgraphs share is merged from both",
      query: "{ shared { name fromLeft fromRight } }",
      answer: { data: { shared: { name: "both", fromLeft: 1, fromRight: 2 } } },
    },
    {
      rule: "the fields of a value type come from the subgraph that returns it",
      query: "{ left { amount currency } right { amount currency } }",
      answer: { data: { left: { amount: 5, currency: "VND" }, right: { amount: 7, currency: "USD" } } },
    },
  ],
};
