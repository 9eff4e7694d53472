import type { FederationCase } from "./federation-case.js";

interface Parcel {
  readonly id: string;
  readonly weight?: number;
  readonly cost?: number;
  readonly size?: { readonly width: number };
}

const parcels = {
  name: "parcels",
  sdl: `
    type Query { parcels: [Parcel!]! }
    type Parcel @key(fields: "id") { id: ID! weight(unit: Unit = GRAM): Int! size: Size! }
    type Size { width: Int! height: Int! }
    enum Unit { GRAM KILOGRAM }
  `,
  resolvers: {
    Query: { parcels: () => [{ id: "1" }, { id: "2" }] },
    Parcel: {
      __resolveReference: async (parcel: Parcel) => ({ id: parcel.id }),
      weight: ({ id }: Parcel, { unit }: { unit: string }) => Number(id) * (unit === "GRAM" ? 1000 : 1),
      size: ({ id }: Parcel) => ({ width: Number(id), height: 9 }),
    },
  },
};
const shipping = {
  name: "shipping",
  sdl: `
    type Parcel @key(fields: "id") {
      id: ID!
      weight(unit: Unit = GRAM): Int! @external
      size: Size! @external
      cost: Int! @requires(fields: "weight(unit: KILOGRAM) size { width }")
    }
    type Size { width: Int! @external }
    enum Unit { GRAM KILOGRAM }
  `,
  resolvers: {
    Parcel: {
      __resolveReference: async (parcel: Parcel) => parcel,
      cost: ({ weight = NaN, size }: Parcel) => weight * 10 + (size?.width ?? NaN),
    },
  },
};
const insurance = {
  name: "insurance",
  sdl: `
    type Parcel @key(fields: "id") {
      id: ID!
      cost: Int! @external
      premium: Int! @requires(fields: "cost")
    }
  `,
  resolvers: {
    Parcel: {
      __resolveReference: async (parcel: Parcel) => parcel,
      premium: ({ cost = NaN }: Parcel) => cost * 2,
    },
  },
};

export const requiresCase: FederationCase = {
  title: "@requires",
  subgraphs: () => [parcels, shipping, insurance],
  operations: [
    {
      rule: "a required field may itself require fields of a third subgraph",
      query: "{ parcels { premium } }",
      answer: { data: { parcels: [{ premium: 22 }, { premium: 44 }] } },
    },
    {
      rule: "required fields that the client did not ask for are not in the answer",
      query: "{ parcels { id cost } }",
      answer: {
        data: {
          parcels: [
            { id: "1", cost: 11 },
            { id: "2", cost: 22 },
          ],
        },
      },
    },
    {
      rule: "a required field with arguments is not mixed up with the client's own arguments",
      query: "{ parcels { weight premium kilograms: weight(unit: KILOGRAM) size { height } } }",
      answer: {
        data: {
          parcels: [
            { weight: 1000, premium: 22, kilograms: 1, size: { height: 9 } },
            { weight: 2000, premium: 44, kilograms: 2, size: { height: 9 } },
          ],
        },
      },
    },
  ],
};
