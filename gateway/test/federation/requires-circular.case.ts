import { findById, type FederationCase } from "./federation-case.js";

interface Loan {
  readonly id: string;
  readonly grade?: number;
  readonly limit?: number;
  readonly owner?: { readonly income: number };
}

const bank = {
  name: "bank",
  sdl: `
    type Query { loans: [Loan!]! loan: Loan }
    type Loan @key(fields: "id") {
      id: ID! owner: Owner!
      grade(base: Int = 0): Int! @requires(fields: "owner { income }")
      limit: Int! @requires(fields: "rate")
      rate: Int! @external
    }
    type Owner @key(fields: "id") { id: ID! income: Int! @external }
  `,
  resolvers: {
    Query: {
      loans: () => [
        { id: "1", owner: { id: "o1" } },
        { id: "2", owner: { id: "o2" } },
      ],
      loan: () => ({ id: "1", owner: { id: "o1" } }),
    },
    Loan: {
      __resolveReference: async (loan: Loan) => ({ ...loan, owner: { id: `o${loan.id}`, ...loan.owner } }),
      grade: ({ owner }: Loan, { base }: { base: number }) => base + (owner?.income ?? NaN) / 10,
      limit: ({ rate }: Loan & { readonly rate?: number }) => 100 - (rate ?? NaN),
    },
  },
};
const office = {
  name: "office",
  sdl: `
    type Owner @key(fields: "id") { id: ID! income: Int! loan: Loan }
    type Loan @key(fields: "id") {
      id: ID! grade(base: Int = 0): Int! @external limit: Int! @external rate: Int!
      advice: String! @requires(fields: "grade")
      terms: String! @requires(fields: "grade(base: 5) limit")
    }
  `,
  resolvers: {
    Owner: {
      __resolveReference: findById([
        { id: "o1", income: 0, loan: { id: "2", rate: 7 } },
        { id: "o2", income: 20, loan: null },
      ]),
    },
    Loan: {
      __resolveReference: async (loan: Loan) => ({ ...loan, rate: 7 }),
      advice: ({ grade }: Loan) => `grade ${grade}`,
      terms: ({ grade, limit }: Loan) => `grade ${grade}, limit ${limit}`,
    },
  },
};

export const requiresCircularCase: FederationCase = {
  title: "@requires from a subgraph, to another and back",
  subgraphs: () => [bank, office],
  operations: [
    {
      rule: "a required field that itself requires something is asked for after that",
      query: "{ loans { advice } loan { advice } }",
      answer: {
        data: { loans: [{ advice: "grade 0" }, { advice: "grade 2" }], loan: { advice: "grade 0" } },
      },
    },
    {
      rule: "the client may select the required field and what it requires",
      query: "{ loans { g: grade(base: 1) grade owner { income: id i: income } advice } }",
      answer: {
        data: {
          loans: [
            { g: 1, grade: 0, owner: { income: "o1", i: 0 }, advice: "grade 0" },
            { g: 3, grade: 2, owner: { income: "o2", i: 20 }, advice: "grade 2" },
          ],
        },
      },
    },
    {
      rule: "two required fields may each require something, with arguments",
      query: "{ loans { terms advice limit } }",
      answer: {
        data: {
          loans: [
            { terms: "grade 5, limit 93", advice: "grade 0", limit: 93 },
            { terms: "grade 7, limit 93", advice: "grade 2", limit: 93 },
          ],
        },
      },
    },
    {
      rule: "also below entities of the other subgraph",
      query: "{ loan { owner { loan { advice id rate } } } }",
      answer: { data: { loan: { owner: { loan: { advice: "grade 2", id: "2", rate: 7 } } } } },
    },
    {
      rule: "without the field that requires it, the required field alone",
      query: "{ loans { grade limit } }",
      answer: {
        data: {
          loans: [
            { grade: 0, limit: 93 },
            { grade: 2, limit: 93 },
          ],
        },
      },
    },
  ],
};
