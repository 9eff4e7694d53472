import type { FederationCase } from "./federation-case.js";

const orders = {
  name: "orders",
  sdl: `
    type Query { order: Order! }
    type Order { buyer: Buyer! @provides(fields: "name home { city }") seller: Buyer! }
    type Buyer @key(fields: "id") { id: ID! name: String! @external home: Home! @external }
    type Home { city: String! @external }
  `,
  resolvers: {
    Query: {
      order: () => ({
        buyer: { id: "1", name: "from orders", home: { city: "from orders" } },
        seller: { id: "2" },
      }),
    },
  },
};
const buyers = {
  name: "buyers",
  sdl: `
    type Buyer @key(fields: "id") { id: ID! name: String! @shareable age: Int! home: Home! @shareable }
    type Home { city: String! @shareable street: String! }
  `,
  resolvers: {
    Buyer: {
      __resolveReference: async ({ id }: { id: string }) => ({
        id,
        name: "from buyers",
        age: 30,
        home: { city: "from buyers", street: "S" },
      }),
    },
  },
};

export const providesCase: FederationCase = {
  title: "@provides",
  subgraphs: () => [orders, buyers],
  operations: [
    {
      rule: "a provided field is not fetched again, the same field elsewhere is",
      query: "{ order { buyer { name home { city } } seller { name } } }",
      answer: {
        data: {
          order: {
            buyer: { name: "from orders", home: { city: "from orders" } },
            seller: { name: "from buyers" },
          },
        },
      },
    },
    {
      rule: "another field may be selected under the name of a provided field",
      query: "{ order { buyer { name: id home { city } } } }",
      answer: { data: { order: { buyer: { name: "1", home: { city: "from orders" } } } } },
    },
    {
      rule: "what is not provided comes from the owner",
      query: "{ order { buyer { age home { street } } } }",
      answer: { data: { order: { buyer: { age: 30, home: { street: "S" } } } } },
    },
  ],
};
