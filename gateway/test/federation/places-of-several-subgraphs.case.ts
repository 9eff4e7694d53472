import type { FederationCase } from "./federation-case.js";

const list = {
  name: "list",
  sdl: `
    type Query { things: [Thing!]! }
    interface Thing { id: ID! }
    type Book implements Thing @key(fields: "id") { id: ID! }
    type Film implements Thing @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Query: {
      things: () =>
        ["Book", "Film"].flatMap((type) => [1, 2, 3].map((id) => ({ __typename: type, id: `${type}${id}` }))),
    },
  },
};
/** Has all entities but the second. */
const sizesOf = (type: string) => ({
  name: `sizes-of-${type.toLowerCase()}s`,
  sdl: `type ${type} @key(fields: "id") { id: ID! size: Int weight: Int! }`,
  resolvers: {
    [type]: {
      __resolveReference: async ({ id }: { readonly id: string }) => (id.endsWith("2") ? null : { id }),
      size: () => 5,
      weight: () => 6,
    },
  },
});

export const placesOfSeveralSubgraphsCase: FederationCase = {
  title: "fields at one place that come from a subgraph for each type",
  subgraphs: () => [list, sizesOf("Book"), sizesOf("Film")],
  operations: [
    {
      rule: "are null without an error where the subgraph of the type has no such entity",
      query: "{ things { ... on Book { size } ... on Film { size } } }",
      answer: {
        data: { things: [5, null, 5, 5, null, 5].map((size) => ({ size })) },
      },
    },
  ],
};
