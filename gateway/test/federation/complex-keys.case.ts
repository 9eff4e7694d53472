import type { FederationCase } from "./federation-case.js";

interface Part {
  readonly id: string;
  readonly pid?: string | null;
}
interface Bundle {
  readonly parts: readonly Part[];
  readonly selected?: Part | null;
}

const bundles = {
  name: "bundles",
  sdl: `
    type Query { bundle: Bundle! }
    type Bundle @key(fields: "parts { id }") { parts: [Part!]! }
    type Part @key(fields: "id") { id: ID! }
  `,
  resolvers: { Query: { bundle: () => ({ parts: [{ id: "1" }, { id: "2" }] }) } },
};
const numbers = {
  name: "numbers",
  sdl: `
    type Bundle @key(fields: "parts { id }") @key(fields: "parts { id pid }") { parts: [Part!]! }
    type Part @key(fields: "id") @key(fields: "id pid") { id: ID! pid: ID }
  `,
  resolvers: {
    Bundle: {
      __resolveReference: async ({ parts }: Bundle) => ({
        parts: parts.map(({ id }) => ({ id, pid: `p${id}` })),
      }),
    },
    Part: { __resolveReference: async ({ id }: Part) => ({ id, pid: `p${id}` }) },
  },
};
const choices = {
  name: "choices",
  sdl: `
    type Bundle @key(fields: "parts { id pid }") @key(fields: "parts { id pid } selected { id }") {
      parts: [Part!]! selected: Part @shareable first: Part
    }
    type Part @key(fields: "id pid") { id: ID! pid: ID label: String! }
  `,
  resolvers: {
    Bundle: {
      __resolveReference: async ({ parts }: Bundle) => ({ parts, selected: parts.at(-1), first: parts[0] }),
    },
    Part: { label: ({ id, pid }: Part) => `${id}/${pid}` },
  },
};
const prices = {
  name: "prices",
  sdl: `
    type Bundle @key(fields: "parts { id pid } selected { id }") {
      parts: [Part!]! selected: Part @shareable price: Int! free: Boolean
    }
    type Part @key(fields: "id pid") { id: ID! pid: ID price: Int! }
  `,
  resolvers: {
    Bundle: {
      __resolveReference: async (bundle: Bundle) => ({ ...bundle, free: false }),
      price: ({ parts, selected }: Bundle) => parts.length * 10 + Number(selected?.id),
    },
    Part: { __resolveReference: async (part: Part) => part, price: ({ id }: Part) => Number(id) - 1 },
  },
};

export const complexKeysCase: FederationCase = {
  title: "keys with lists of objects",
  subgraphs: () => [bundles, numbers, choices, prices],
  operations: [
    {
      rule: "a subgraph is reached through others that know more and more of its key",
      query: "{ bundle { price free } }",
      answer: { data: { bundle: { price: 22, free: false } } },
    },
    {
      rule: "the items of the key get their own fields on the way",
      query: "{ bundle { parts { id pid price label } selected { price } first { id price } price } }",
      answer: {
        data: {
          bundle: {
            parts: [
              { id: "1", pid: "p1", price: 0, label: "1/p1" },
              { id: "2", pid: "p2", price: 1, label: "2/p2" },
            ],
            selected: { price: 1 },
            first: { id: "1", price: 0 },
            price: 22,
          },
        },
      },
    },
    {
      rule: "the client may use the names of the key's fields for others",
      query: "{ bundle { selected: price parts { pid: id id: label price: pid } } }",
      answer: {
        data: {
          bundle: {
            selected: 22,
            parts: [
              { pid: "1", id: "1/p1", price: "p1" },
              { pid: "2", id: "2/p2", price: "p2" },
            ],
          },
        },
      },
    },
  ],
};
