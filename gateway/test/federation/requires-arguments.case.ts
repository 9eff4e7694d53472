import type { FederationCase } from "./federation-case.js";

const rates: Readonly<Record<string, number>> = { VND: 25_000, USD: 1, EUR: 2 };
const sizes: Readonly<Record<string, number>> = { MM: 1000, CM: 100, M: 1 };

interface Product {
  readonly id: string;
  readonly price?: number;
  readonly size?: { readonly width: number };
  readonly parts?: readonly ({ readonly weight: number } | null)[];
}

const products = {
  name: "products",
  sdl: `
    type Query { products: [Product!]! }
    type Product @key(fields: "id") {
      id: ID! price(currency: String = "VND", cents: Boolean = false): Int size: Size! parts: [Part]!
    }
    type Size { width(unit: String = "CM"): Int! }
    type Part { weight(unit: String = "G"): Int! }
  `,
  resolvers: {
    Query: { products: () => [{ id: "1" }, { id: "2" }] },
    Product: {
      __resolveReference: async ({ id }: Product) => ({ id }),
      price: ({ id }: Product, { currency, cents }: { currency: string; cents: boolean }) =>
        Number(id) * (rates[currency] ?? NaN) * (cents ? 100 : 1),
      size: ({ id }: Product) => ({ id }),
      parts: ({ id }: Product) => [{ id }, null, { id: `${id}0` }],
    },
    Size: { width: ({ id }: Product, { unit }: { unit: string }) => Number(id) * (sizes[unit] ?? NaN) },
    Part: { weight: ({ id }: Product, { unit }: { unit: string }) => Number(id) * (unit === "G" ? 1000 : 1) },
  },
};
const taxes = {
  name: "taxes",
  sdl: `
    type Product @key(fields: "id") {
      id: ID!
      price(currency: String = "VND", cents: Boolean = false): Int @external
      size: Size! @external
      parts: [Part]! @external
      usTax(times: Int = 1): Int @requires(fields: "price(currency: \\"USD\\")")
      euTax: Int @requires(fields: "price(currency: \\"EUR\\")")
      vnTax: Int @requires(fields: "price")
      centTax: Int @requires(fields: "price(cents: true, currency: \\"USD\\")")
      span: Int @requires(fields: "size { width(unit: \\"MM\\") }")
      wide: String @requires(fields: "price(currency: \\"EUR\\") size { width(unit: \\"M\\") }")
      heaviest: Int @requires(fields: "parts { weight(unit: \\"KG\\") }")
      free: String
    }
    type Size { width(unit: String = "CM"): Int! @external }
    type Part { weight(unit: String = "G"): Int! @external }
  `,
  resolvers: {
    Product: {
      __resolveReference: async (product: Product) => product,
      usTax: ({ price = NaN }: Product, { times }: { times: number }) => price * times,
      euTax: ({ price }: Product) => price,
      vnTax: ({ price }: Product) => price,
      centTax: ({ price }: Product) => price,
      span: ({ size }: Product) => size?.width,
      wide: ({ price, size }: Product) => `${price} ${size?.width}`,
      heaviest: ({ parts = [] }: Product) => Math.max(...parts.map((part) => part?.weight ?? 0)),
      free: ({ id }: Product) => `free ${id}`,
    },
  },
};
const offers = {
  name: "offers",
  sdl: `
    type Product @key(fields: "id") {
      id: ID!
      price(currency: String = "VND", cents: Boolean = false): Int @external
      euTax: Int @external
      offer: Int @requires(fields: "price(currency: \\"EUR\\")")
      deal: String @requires(fields: "price(currency: \\"USD\\") euTax")
    }
  `,
  resolvers: {
    Product: {
      __resolveReference: async (product: Product) => product,
      offer: ({ price = NaN }: Product) => price + 5,
      deal: ({ price, euTax }: Product & { readonly euTax?: number }) => `${price} ${euTax}`,
    },
  },
};

export const requiresArgumentsCase: FederationCase = {
  title: "@requires with arguments",
  subgraphs: () => [products, taxes, offers],
  operations: [
    {
      rule: "two fields of one subgraph may require one field with different arguments",
      query: "{ products { usTax euTax } }",
      answer: {
        data: {
          products: [
            { usTax: 1, euTax: 2 },
            { usTax: 2, euTax: 4 },
          ],
        },
      },
    },
    {
      rule: "fields of two subgraphs may require one field with different arguments",
      query: "{ products { usTax offer } }",
      answer: {
        data: {
          products: [
            { usTax: 1, offer: 7 },
            { usTax: 2, offer: 9 },
          ],
        },
      },
    },
    {
      rule: "a field may be required with arguments by one field and without any by another",
      query: "{ products { vnTax usTax free centTax } }",
      answer: {
        data: {
          products: [
            { vnTax: 25_000, usTax: 1, free: "free 1", centTax: 100 },
            { vnTax: 50_000, usTax: 2, free: "free 2", centTax: 200 },
          ],
        },
      },
    },
    {
      rule: "the client's own use of the field, with any arguments and aliases, stays its own",
      query: `query ($currency: String = "EUR") {
        products {
          price
          usTax
          eur: price(currency: $currency)
          price__1: price(currency: "USD")
          price__2: euTax
          usd: price(currency: "USD", cents: true)
        }
      }`,
      answer: {
        data: {
          products: [
            { price: 25_000, usTax: 1, eur: 2, price__1: 1, price__2: 2, usd: 100 },
            { price: 50_000, usTax: 2, eur: 4, price__1: 2, price__2: 4, usd: 200 },
          ],
        },
      },
    },
    {
      rule: "the client's use of the field under the required name stays its own",
      query: '{ products { price(currency: "EUR") usTax euTax vnTax } }',
      answer: {
        data: {
          products: [
            { price: 2, usTax: 1, euTax: 2, vnTax: 25_000 },
            { price: 4, usTax: 2, euTax: 4, vnTax: 50_000 },
          ],
        },
      },
    },
    {
      rule: "a field of a nested object may be required with different arguments",
      query: "{ products { span wide size { width } } }",
      answer: {
        data: {
          products: [
            { span: 1000, wide: "2 1", size: { width: 100 } },
            { span: 2000, wide: "4 2", size: { width: 200 } },
          ],
        },
      },
    },
    {
      rule: "a field of the items of a list may be required with arguments, nulls in the list stay",
      query: "{ products { heaviest parts { weight } } }",
      answer: {
        data: {
          products: [
            { heaviest: 10, parts: [{ weight: 1000 }, null, { weight: 10_000 }] },
            { heaviest: 20, parts: [{ weight: 2000 }, null, { weight: 20_000 }] },
          ],
        },
      },
    },
    {
      rule: "a field that requires with arguments may have arguments of its own, under several aliases",
      query: "query ($more: Int!) { products { usTax more: usTax(times: $more) euTax } }",
      variables: { more: 5 },
      answer: {
        data: {
          products: [
            { usTax: 1, more: 5, euTax: 2 },
            { usTax: 2, more: 10, euTax: 4 },
          ],
        },
      },
    },
    {
      rule: "a field may require one field with arguments and another that itself requires it with others",
      query: "{ products { deal } }",
      answer: { data: { products: [{ deal: "1 2" }, { deal: "2 4" }] } },
    },
    {
      rule: "conditions decide about each of them alone",
      query: "query ($us: Boolean!) { products { usTax @include(if: $us) euTax @skip(if: $us) offer } }",
      variables: { us: false },
      answer: {
        data: {
          products: [
            { euTax: 2, offer: 7 },
            { euTax: 4, offer: 9 },
          ],
        },
      },
    },
  ],
};
