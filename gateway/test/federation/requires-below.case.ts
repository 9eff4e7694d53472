import { findById, type FederationCase } from "./federation-case.js";

interface Loan {
  readonly id: string;
  readonly owner?: { readonly id: string; readonly income?: number };
}

const bank = {
  name: "bank",
  sdl: `
    type Query { bankLoan: Loan }
    type Loan @key(fields: "id") { id: ID! owner: Owner! grade: Int @requires(fields: "owner { income }") }
    type Owner @key(fields: "id") { id: ID! income: Int @external }
  `,
  resolvers: {
    Query: { bankLoan: () => ({ id: "1" }) },
    Loan: {
      __resolveReference: async (loan: Loan) => loan,
      owner: ({ id }: Loan) => ({ id: `o${id}` }),
      grade: ({ owner }: Loan) => owner?.income,
    },
  },
};
const office = {
  name: "office",
  sdl: `
    type Query { loan: Loan }
    type Loan @key(fields: "id") {
      id: ID! owner: Owner! @external
      advice: String @requires(fields: "owner { id }")
    }
    type Owner @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Query: { loan: () => ({ id: "1" }) },
    Loan: {
      __resolveReference: async (loan: Loan) => loan,
      advice: ({ owner }: Loan) => `advice for ${owner?.id}`,
    },
  },
};
const people = {
  name: "people",
  sdl: `type Owner @key(fields: "id") { id: ID! income: Int }`,
  resolvers: { Owner: { __resolveReference: findById([{ id: "o1", income: 0 }]) } },
};

export const requiresBelowCase: FederationCase = {
  title: "@requires below an object that another subgraph requires",
  subgraphs: () => [bank, office, people],
  operations: [
    {
      rule: "a subgraph is not asked for an object that it only requires",
      query: "{ loan { grade } }",
      answer: { data: { loan: { grade: 0 } } },
    },
    {
      rule: "both requirements are met together",
      query: "{ loan { grade advice owner { id } } bankLoan { advice grade } }",
      answer: {
        data: {
          loan: { grade: 0, advice: "advice for o1", owner: { id: "o1" } },
          bankLoan: { advice: "advice for o1", grade: 0 },
        },
      },
    },
  ],
};
