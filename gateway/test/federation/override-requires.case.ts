import type { FederationCase } from "./federation-case.js";

interface Ware {
  readonly id: string;
  readonly weight?: number;
  readonly price?: string;
}

const old = {
  name: "old",
  sdl: `
    type Query { ware: Ware! }
    type Ware @key(fields: "id") { id: ID! weight: Int! price: String! cost: String! @requires(fields: "rate") rate: Int! @external }
  `,
  resolvers: {
    Query: { ware: () => ({ id: "1", weight: 5, price: "price of old" }) },
    Ware: {
      __resolveReference: async (ware: Ware) => ({ weight: 5, price: "price of old", ...ware }),
      cost: ({ rate }: Ware & { readonly rate?: number }) => `cost of old at ${rate}`,
    },
  },
};
const moved = {
  name: "moved",
  sdl: `
    type Ware @key(fields: "id") {
      id: ID!
      weight: Int! @external
      price: String! @override(from: "old") @requires(fields: "weight")
      rate: Int!
    }
  `,
  resolvers: {
    Ware: {
      __resolveReference: async (ware: Ware) => ({ ...ware, rate: 0 }),
      price: ({ weight }: Ware) => `price of moved for ${weight}`,
    },
  },
};
const labels = {
  name: "labels",
  sdl: `
    type Ware @key(fields: "id") {
      id: ID! price: String! @external cost: String! @external
      label: String! @requires(fields: "price cost")
    }
  `,
  resolvers: {
    Ware: {
      __resolveReference: async (ware: Ware) => ware,
      label: ({ price, cost }: Ware & { readonly cost?: string }) => `${price}, ${cost}`,
    },
  },
};

export const overrideRequiresCase: FederationCase = {
  title: "@override with @requires",
  subgraphs: () => [old, moved, labels],
  operations: [
    {
      rule: "the new owner gets what it requires from the old one",
      query: "{ ware { price weight } }",
      answer: { data: { ware: { price: "price of moved for 5", weight: 5 } } },
    },
    {
      rule: "a third subgraph that requires the field gets the value of the new owner",
      query: "{ ware { label } }",
      answer: { data: { ware: { label: "price of moved for 5, cost of old at 0" } } },
    },
    {
      rule: "the old owner requires of the new one what that has",
      query: "{ ware { cost rate price } }",
      answer: { data: { ware: { cost: "cost of old at 0", rate: 0, price: "price of moved for 5" } } },
    },
  ],
};
