import type { FederationCase } from "./federation-case.js";

interface Product {
  readonly upc?: string;
  readonly sku?: string;
  readonly maker?: { readonly code: string; readonly country: { readonly id: string } };
}

const byUpc = {
  name: "by-upc",
  sdl: `
    type Query { products: [Product] }
    type Product @key(fields: "{ upc }") { upc: ID! name: String! }
  `,
  resolvers: { Query: { products: () => [{ upc: "u1", name: "P1" }, null, { upc: "u2", name: "P2" }] } },
};
const both = {
  name: "both-keys",
  sdl: `
    type Product @key(fields: "upc") @key(fields: "sku maker { code country { id } }") {
      upc: ID! sku: ID! maker: Maker!
    }
    type Maker @shareable { code: ID! country: Country! }
    type Country @shareable { id: ID! }
  `,
  resolvers: {
    Product: {
      __resolveReference: async ({ upc }: Product) => ({
        upc,
        sku: `s-${upc}`,
        maker: { code: "m", country: { id: "vn" } },
      }),
    },
  },
};
const bySku = {
  name: "by-sku",
  sdl: `
    type Product @key(fields: "sku maker { code country { id } }") { sku: ID! maker: Maker! label: String! }
    type Maker @shareable { code: ID! country: Country! }
    type Country @shareable { id: ID! }
  `,
  resolvers: {
    Product: {
      __resolveReference: async (product: Product) => ({
        ...product,
        label: `${product.sku}/${product.maker?.code}/${product.maker?.country.id}`,
      }),
    },
  },
};

export const keysCase: FederationCase = {
  title: "keys",
  subgraphs: () => [byUpc, both, bySku],
  operations: [
    {
      rule: "a subgraph with another, compound key is reached through one that has both",
      query: "{ products { name label } }",
      answer: {
        data: { products: [{ name: "P1", label: "s-u1/m/vn" }, null, { name: "P2", label: "s-u2/m/vn" }] },
      },
    },
    {
      rule: "other fields may be selected under the names of key fields",
      query: "{ products { upc: name sku: upc id: sku } }",
      answer: {
        data: {
          products: [{ upc: "P1", sku: "u1", id: "s-u1" }, null, { upc: "P2", sku: "u2", id: "s-u2" }],
        },
      },
    },
    {
      rule: "an alias may look like those of the gateway",
      query: "{ products { upc: name client__upc: sku } }",
      answer: {
        data: { products: [{ upc: "P1", client__upc: "s-u1" }, null, { upc: "P2", client__upc: "s-u2" }] },
      },
    },
    {
      rule: "another field may be selected under the name __typename",
      query: "{ products { __typename: name label } }",
      answer: {
        data: {
          products: [
            { __typename: "P1", label: "s-u1/m/vn" },
            null,
            { __typename: "P2", label: "s-u2/m/vn" },
          ],
        },
      },
    },
  ],
};
