import type { FederationCase } from "./federation-case.js";

interface Product {
  readonly id: string;
}

const names = {
  name: "names",
  sdl: `
    type Query { products: [Product!]! }
    type Product @key(fields: "id") { id: ID! category: Category tags: [[Tag]!]! }
    type Category { name: String! @shareable main: Sub }
    type Sub { title: String }
    type Tag { text: String! }
  `,
  resolvers: {
    Query: { products: () => [{ id: "1" }, { id: "2" }] },
    Product: {
      category: ({ id }: Product) => (id === "1" ? { name: "of names", main: { title: "" } } : null),
      tags: ({ id }: Product) => (id === "1" ? [[{ text: "a" }, null], []] : [[{ text: "b" }]]),
    },
  },
};
const details = {
  name: "details",
  sdl: `
    type Product @key(fields: "id") { id: ID! category: Category tags: [[Tag]!]! }
    type Category { details: String main: Sub }
    type Sub { size: Int }
    type Tag { weight: Int! }
  `,
  resolvers: {
    Product: {
      __resolveReference: async ({ id }: Product) => ({ id }),
      category: ({ id }: Product) => (id === "1" ? { details: "of details", main: { size: 0 } } : null),
      tags: ({ id }: Product) => (id === "1" ? [[{ weight: 1 }, null], []] : [[{ weight: 0 }]]),
    },
  },
};

export const parentEntityCase: FederationCase = {
  title: "objects without keys",
  // The parents are shareable here, so that each subgraph gives its own part of the object.
  subgraphs: () =>
    [names, details].map(({ sdl, ...subgraph }) => ({
      ...subgraph,
      sdl: sdl
        .replace("category: Category", "category: Category @shareable")
        .replace("tags: [[Tag]!]!", "tags: [[Tag]!]! @shareable")
        .replace("main: Sub", "main: Sub @shareable"),
    })),
  operations: [
    {
      rule: "are completed by way of the entity that has them",
      query: "{ products { id category { name details main { title size } } } }",
      answer: {
        data: {
          products: [
            { id: "1", category: { name: "of names", details: "of details", main: { title: "", size: 0 } } },
            { id: "2", category: null },
          ],
        },
      },
    },
    {
      rule: "are merged item by item in lists of lists",
      query: "{ products { tags { text weight } } }",
      answer: {
        data: {
          products: [
            { tags: [[{ text: "a", weight: 1 }, null], []] },
            { tags: [[{ text: "b", weight: 0 }]] },
          ],
        },
      },
    },
    {
      rule: "under several aliases",
      query: "{ products { a: category { x: name y: details } b: category { x: details y: name } } }",
      answer: {
        data: {
          products: [
            { a: { x: "of names", y: "of details" }, b: { x: "of details", y: "of names" } },
            { a: null, b: null },
          ],
        },
      },
    },
  ],
};
