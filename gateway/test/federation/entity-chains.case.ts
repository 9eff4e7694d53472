import { findById, type FederationCase } from "./federation-case.js";

const rooms = {
  name: "rooms",
  sdl: `
    type Query { rooms: [[Room]] }
    type Room @key(fields: "id") { id: ID! owner: Owner }
    type Owner @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Query: { rooms: () => [[{ id: "1", owner: { id: "o1" } }, null], [], [{ id: "2", owner: null }]] },
    Room: { __resolveReference: async ({ id }: { id: string }) => ({ id, owner: { id: `o${id}` } }) },
  },
};
const owners = {
  name: "owners",
  sdl: `
    type Owner @key(fields: "id") { id: ID! friends: [Owner]! home: Home }
    type Home @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Owner: {
      __resolveReference: async ({ id }: { id: string }) => ({
        id,
        friends: [{ id: "o8", friends: [], home: { id: "h8" } }, null, { id: "o9", friends: [], home: null }],
        home: { id: "h1" },
      }),
    },
  },
};
const homes = {
  name: "homes",
  sdl: `
    type Home @key(fields: "id") { id: ID! street: String! rooms: [Room!]! }
    type Room @key(fields: "id") { id: ID! size: Int! }
  `,
  resolvers: {
    Home: {
      __resolveReference: findById([
        { id: "h1", street: "One", rooms: [{ id: "2", size: 12 }] },
        { id: "h8", street: "Eight", rooms: [] },
      ]),
    },
    Room: { __resolveReference: async ({ id }: { id: string }) => ({ id, size: 10 + Number(id) }) },
  },
};

export const entityChainsCase: FederationCase = {
  title: "entity chains",
  subgraphs: () => [rooms, owners, homes],
  operations: [
    {
      rule: "lists in lists with nulls are followed through three subgraphs and back",
      query: "{ rooms { id size owner { home { street rooms { size owner { id } } } } } }",
      answer: {
        data: {
          rooms: [
            [
              {
                id: "1",
                size: 11,
                owner: { home: { street: "One", rooms: [{ size: 12, owner: { id: "o2" } }] } },
              },
              null,
            ],
            [],
            [{ id: "2", size: 12, owner: null }],
          ],
        },
      },
    },
    {
      rule: "null entities in a list of entities stay null",
      query: "{ rooms { owner { friends { id home { street } } } } }",
      answer: {
        data: {
          rooms: [
            [
              {
                owner: { friends: [{ id: "o8", home: { street: "Eight" } }, null, { id: "o9", home: null }] },
              },
              null,
            ],
            [],
            [{ owner: null }],
          ],
        },
      },
    },
  ],
};
