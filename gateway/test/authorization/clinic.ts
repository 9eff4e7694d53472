import type { SubgraphCase } from "../support/gateway.js";

const patient = (id: string) => ({
  id,
  name: `Patient ${id}`,
  ward: { id: "w", beds: 3 },
  blood: "A",
  secret: "s",
  notes: [{ text: "n1" }, { text: "n2" }],
});
const find = async ({ id }: { readonly id: string }) => patient(id);

/** Two subgraphs with requirements at all places where they may stand. */
export const clinic: readonly SubgraphCase[] = [
  {
    name: "patients",
    sdl: `
      type Query {
        patients: [Patient!]
        patient(id: ID!): Patient
        open: Int
        staff: Int @authenticated
        wards: [Ward!]
        beings: [Being]
        things: [Thing]
        holder: Holder
        ruled: Int @policy(policies: [["night", "doctor"], ["chief"]])
        free: Int @requiresScopes(scopes: [])
      }
      type Mutation { admit: Int @requiresScopes(scopes: [["admit"]]) count: Int }
      type Patient @key(fields: "id") @requiresScopes(scopes: [["patients", "read"], ["all"]]) {
        id: ID! name: String! ward: Ward blood: Blood secret: Secret notes: [Note!]!
      }
      type Ward { id: ID! beds: Int! @requiresScopes(scopes: [["beds"]]) patients: [Patient!]! }
      type Note { text: String! @requiresScopes(scopes: [["notes"]]) }
      enum Blood @requiresScopes(scopes: [["blood"]]) { A B }
      scalar Secret @authenticated
      interface Being { id: ID! age: Int }
      type Cat implements Being { id: ID! age: Int }
      type Dog implements Being { id: ID! age: Int @requiresScopes(scopes: [["dogs"]]) }
      interface Thing { id: ID! }
      type Chair implements Thing { id: ID! }
      type Safe implements Thing @requiresScopes(scopes: [["safes"]]) { id: ID! }
      union Either = Chair | Safe
      type Holder { either: Either chairs: [Chair!]! must: Strict listed: [Strict] all: [Strict!] }
      type Strict { id: ID! hidden: Int! @requiresScopes(scopes: [["strict"]]) }
    `,
    resolvers: {
      Query: {
        patients: () => [patient("1"), patient("2")],
        patient: (_: unknown, { id }: { readonly id: string }) => (id === "0" ? null : patient(id)),
        open: () => 1,
        staff: () => 2,
        wards: () => [{ id: "w", beds: 3, patients: [] }],
        beings: () => [
          { __typename: "Cat", id: "c", age: 3 },
          { __typename: "Dog", id: "d", age: 4 },
        ],
        things: () => [
          { __typename: "Chair", id: "c" },
          { __typename: "Safe", id: "s" },
        ],
        holder: () => ({
          either: { __typename: "Safe", id: "s" },
          chairs: [{ id: "c" }],
          must: { id: "m", hidden: 1 },
          listed: [{ id: "l", hidden: 1 }, null],
          all: [{ id: "a", hidden: 1 }],
        }),
        ruled: () => 7,
        free: () => 8,
      },
      Mutation: { admit: () => 1, count: () => 2 },
      Patient: { __resolveReference: find },
    },
  },
  {
    name: "bills",
    sdl: `
      type Patient @key(fields: "id") {
        id: ID! name: String! @external
        debt: Int @requiresScopes(scopes: [["bills"]])
        letter: String @requires(fields: "name")
      }
    `,
    resolvers: {
      Patient: {
        __resolveReference: async (given: object) => ({ ...given }),
        debt: () => 100,
        letter: ({ name }: { readonly name: string }) => `Dear ${name}`,
      },
    },
  },
];
