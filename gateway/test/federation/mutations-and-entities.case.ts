import { NotFoundError } from "@an-sinh/server/errors";
import type { FederationCase } from "./federation-case.js";

interface Account {
  readonly id: string;
  readonly balance?: number;
}

/** Both subgraphs see the same balances, so that the answers show in which order the fields of a mutation run. */
function subgraphs() {
  const balances = new Map<string, number>();
  let count = 0;
  const pay = (_: unknown, { id, amount }: { id: string; amount: number }) => {
    const balance = (balances.get(id) ?? 0) + amount;
    if (balance < 0) throw new NotFoundError("No money");
    balances.set(id, balance);
    return { id, balance };
  };
  return [
    {
      name: "accounts",
      sdl: `
        type Query { account(id: ID!): Account }
        type Mutation { pay(id: ID!, amount: Int!): Account count: Int! }
        type Account @key(fields: "id") { id: ID! balance: Int! }
      `,
      resolvers: {
        Query: { account: (_: unknown, { id }: Account) => ({ id, balance: balances.get(id) ?? 0 }) },
        Mutation: { pay, count: () => (count += 1) },
        Account: {
          __resolveReference: async ({ id }: Account) => ({ id, balance: balances.get(id) ?? 0 }),
        },
      },
    },
    {
      name: "reports",
      sdl: `
        type Mutation { reset(id: ID!): Int! }
        type Account @key(fields: "id") { id: ID! balance: Int! @external report: String @requires(fields: "balance") }
      `,
      resolvers: {
        Mutation: {
          reset: (_: unknown, { id }: Account) => {
            balances.set(id, 0);
            return 0;
          },
        },
        Account: {
          __resolveReference: async (account: Account) => account,
          report: ({ id, balance }: Account) => `${id} has ${balance}`,
        },
      },
    },
  ];
}

export const mutationsAndEntitiesCase: FederationCase = {
  title: "mutations and entities",
  subgraphs,
  operations: [
    {
      rule: "each field sees what those before it did, in every subgraph",
      query: `mutation {
        a: pay(id: "1", amount: 5) { balance report }
        b: reset(id: "1")
        c: pay(id: "1", amount: 2) { report balance }
        d: pay(id: "1", amount: 3) { report }
      }`,
      answer: {
        data: {
          a: { balance: 5, report: "1 has 5" },
          b: 0,
          c: { report: "1 has 2", balance: 2 },
          d: { report: "1 has 5" },
        },
      },
    },
    {
      rule: "the same field with the same arguments runs as often as it is selected under another name",
      query: `mutation { x: pay(id: "2", amount: 1) { balance } y: pay(id: "2", amount: 1) { balance } }`,
      answer: { data: { x: { balance: 1 }, y: { balance: 2 } } },
    },
    {
      rule: "so does a leaf",
      query: "mutation { x: count y: count }",
      answer: { data: { x: 1, y: 2 } },
    },
    {
      rule: "the same field twice under one name runs once",
      query: `mutation { x: pay(id: "3", amount: 1) { balance } x: pay(id: "3", amount: 1) { report } }`,
      answer: { data: { x: { balance: 1, report: "3 has 1" } } },
    },
    {
      rule: "one that fails is null with an error, and those after it run",
      query: `mutation {
        bad: pay(id: "4", amount: -1) { balance report }
        good: pay(id: "4", amount: 1) { report }
      }`,
      answer: {
        data: { bad: null, good: { report: "4 has 1" } },
        errors: [
          { message: "No money", path: ["bad"], extensions: { code: "NOT_FOUND", service: "accounts" } },
        ],
      },
    },
    {
      rule: "conditions decide which of them run",
      query: `mutation ($no: Boolean!) {
        skipped: pay(id: "5", amount: 9) @include(if: $no) { balance }
        ... @skip(if: $no) { run: pay(id: "5", amount: 1) { report balance @include(if: $no) } }
      }`,
      variables: { no: false },
      answer: { data: { run: { report: "5 has 1" } } },
    },
  ],
};
