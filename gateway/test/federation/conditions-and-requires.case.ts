import type { FederationCase } from "./federation-case.js";

interface Item {
  readonly id: string;
  readonly price?: number | null;
  readonly weight?: number;
}

const items = {
  name: "items",
  sdl: `
    type Query { item: Item! items: [Item!]! }
    type Item @key(fields: "id") { id: ID! price: Int weight: Int! }
  `,
  resolvers: {
    Query: {
      item: () => ({ id: "1", price: 10, weight: 1 }),
      items: () => [
        { id: "1", price: 10, weight: 1 },
        { id: "2", price: null, weight: 2 },
      ],
    },
  },
};
const costs = {
  name: "costs",
  sdl: `
    type Item @key(fields: "id") {
      id: ID!
      price: Int @external
      weight: Int! @external
      tax: String @requires(fields: "price")
      freight: String @requires(fields: "price weight")
      label: String!
    }
  `,
  resolvers: {
    Item: {
      __resolveReference: async (item: Item) => item,
      tax: ({ price }: Item) => `tax of ${price}`,
      freight: ({ price, weight }: Item) => `freight of ${price} and ${weight}`,
      label: ({ id }: Item) => `label ${id}`,
    },
  },
};

export const conditionsAndRequiresCase: FederationCase = {
  title: "conditions and @requires",
  subgraphs: () => [items, costs],
  operations: [
    {
      rule: "a field that is left out by a constant takes nothing with it",
      query: "{ item { label tax @include(if: false) freight @skip(if: true) } }",
      answer: { data: { item: { label: "label 1" } } },
    },
    {
      rule: "a constant that leaves nothing out changes nothing",
      query: "{ item { label @include(if: true) tax @skip(if: false) } }",
      answer: { data: { item: { label: "label 1", tax: "tax of 10" } } },
    },
    {
      rule: "of @skip and @include on one field, both must let it in",
      query: `query ($yes: Boolean!, $no: Boolean!) { item {
        a: tax @skip(if: $yes) @include(if: $yes)
        b: tax @skip(if: $no) @include(if: $no)
        c: tax @skip(if: $no) @include(if: $yes)
        label
      } }`,
      variables: { yes: true, no: false },
      answer: { data: { item: { c: "tax of 10", label: "label 1" } } },
    },
    {
      rule: "of two fields that require something, a variable leaves one out",
      query: "query ($tax: Boolean!) { items { tax @include(if: $tax) freight @skip(if: $tax) label } }",
      variables: { tax: false },
      answer: {
        data: {
          items: [
            { freight: "freight of 10 and 1", label: "label 1" },
            { freight: "freight of null and 2", label: "label 2" },
          ],
        },
      },
    },
    {
      rule: "a required field that the client leaves out of its answer is still required",
      query: "query ($no: Boolean = false) { items { price @include(if: $no) tax } }",
      answer: { data: { items: [{ tax: "tax of 10" }, { tax: "tax of null" }] } },
    },
    {
      rule: "a required field under an alias and a condition is still required",
      query:
        "query ($no: Boolean = false) { item { weight: price @skip(if: $no) p: weight @include(if: $no) freight } }",
      answer: { data: { item: { weight: 10, freight: "freight of 10 and 1" } } },
    },
    {
      rule: "a condition on a fragment decides about what its fields require",
      query:
        "query ($no: Boolean!) { item { label ...T @include(if: $no) ... @skip(if: $no) { freight } } } fragment T on Item { tax }",
      variables: { no: false },
      answer: { data: { item: { label: "label 1", freight: "freight of 10 and 1" } } },
    },
    {
      rule: "conditions inside conditions",
      query: `query ($a: Boolean!, $b: Boolean!) {
        item { label ... @include(if: $a) { tax @include(if: $b) ... on Item @skip(if: $b) { freight } } }
      }`,
      variables: { a: true, b: false },
      answer: { data: { item: { label: "label 1", freight: "freight of 10 and 1" } } },
    },
    {
      rule: "a field that is selected twice is there if one of them is let in",
      query: "query ($no: Boolean!) { item { tax @include(if: $no) ... on Item { tax } } }",
      variables: { no: false },
      answer: { data: { item: { tax: "tax of 10" } } },
    },
    {
      rule: "two places of one type may have other conditions",
      query:
        "query ($a: Boolean!, $b: Boolean!) { item { tax @include(if: $a) label } items { tax @include(if: $b) } }",
      variables: { a: false, b: true },
      answer: {
        data: { item: { label: "label 1" }, items: [{ tax: "tax of 10" }, { tax: "tax of null" }] },
      },
    },
    {
      rule: "an object of which nothing is left is empty",
      query: "query ($no: Boolean!) { item { tax @include(if: $no) } items { label @include(if: $no) } }",
      variables: { no: false },
      answer: { data: { item: {}, items: [{}, {}] } },
    },
    {
      rule: "a root field that is left out is not in the answer, the others are",
      query: "query ($no: Boolean!) { item @include(if: $no) { tax } items { label } }",
      variables: { no: false },
      answer: { data: { items: [{ label: "label 1" }, { label: "label 2" }] } },
    },
    {
      rule: "an operation of which nothing is left has empty data",
      query:
        "query ($no: Boolean!) { item @include(if: $no) { tax } ...F @include(if: $no) } fragment F on Query { items { tax } }",
      variables: { no: false },
      answer: { data: {} },
    },
  ],
};
