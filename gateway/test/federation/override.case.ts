import type { FederationCase } from "./federation-case.js";

const old = {
  name: "old",
  sdl: `
    type Query { thing: Thing }
    type Thing @key(fields: "id") { id: ID! price: String! weight: Int! }
  `,
  resolvers: { Query: { thing: () => ({ id: "1", price: "from old", weight: 5 }) } },
};
const moved = {
  name: "moved",
  sdl: `
    type Query { movedThing: Thing }
    type Thing @key(fields: "id") { id: ID! price: String! @override(from: "old") }
  `,
  resolvers: {
    Query: { movedThing: () => ({ id: "1", price: "from moved" }) },
    Thing: { __resolveReference: async ({ id }: { id: string }) => ({ id, price: "from moved" }) },
  },
};

export const overrideCase: FederationCase = {
  title: "@override",
  subgraphs: () => [old, moved],
  operations: [
    {
      rule: "the value of the new owner is used, even where the old owner has one too",
      query: "{ thing { id price weight } movedThing { price } }",
      answer: {
        data: { thing: { id: "1", price: "from moved", weight: 5 }, movedThing: { price: "from moved" } },
      },
    },
  ],
};
