import type { FederationCase } from "./federation-case.js";

interface Order {
  readonly item?: {
    readonly __typename?: string;
    readonly title?: string;
    readonly pages?: number;
    readonly minutes?: number;
  } | null;
  readonly gift?: { readonly title?: string; readonly minutes?: number };
}

const book = { __typename: "Book", title: "Reader", pages: 0 };
const film = { __typename: "Film", title: "Viewer", minutes: 80 };
const shop = {
  name: "shop",
  sdl: `
    type Query { orders: [Order!]! }
    type Order @key(fields: "id") { id: ID! item: Item gift: Gift! }
    interface Item { title: String! }
    union Gift = Book | Film
    type Book implements Item { title: String! pages: Int! }
    type Film implements Item { title: String! minutes: Int! }
  `,
  resolvers: {
    Query: {
      orders: () => [
        { id: "1", item: book, gift: film },
        { id: "2", item: null, gift: book },
        { id: "3", item: film, gift: book },
      ],
    },
  },
};
const labels = {
  name: "labels",
  sdl: `
    type Order @key(fields: "id") {
      id: ID!
      item: Item @external
      gift: Gift! @external
      size: Int @requires(fields: "item { ... on Book { pages } ... on Film { minutes } }")
      label: String @requires(fields: "item { __typename title ... on Film { minutes } }")
      card: String @requires(fields: "gift { ... on Item { title } ... on Film { minutes } }")
    }
    interface Item { title: String! }
    union Gift = Book | Film
    type Book implements Item { title: String! @external pages: Int! @external }
    type Film implements Item { title: String! @external minutes: Int! @external }
  `,
  resolvers: {
    Order: {
      __resolveReference: async (order: Order) => order,
      size: ({ item }: Order) => item && (item.pages ?? item.minutes),
      label: ({ item }: Order) => item && `${item["__typename"]} ${item.title} ${item.minutes ?? "-"}`,
      card: ({ gift }: Order) => `${gift?.title} ${gift?.minutes ?? "-"}`,
    },
  },
};

export const requiresFragmentsCase: FederationCase = {
  title: "@requires with fragments",
  subgraphs: () => [shop, labels],
  operations: [
    {
      rule: "each type sends the fields that are required of it",
      query: "{ orders { size } }",
      answer: { data: { orders: [{ size: 0 }, { size: null }, { size: 80 }] } },
    },
    {
      rule: "the name of the type, fields of the interface and of one type are sent together",
      query: "{ orders { label } }",
      answer: {
        data: { orders: [{ label: "Book Reader -" }, { label: null }, { label: "Film Viewer 80" }] },
      },
    },
    {
      rule: "members of a union send the fields of an interface",
      query: "{ orders { card } }",
      answer: { data: { orders: [{ card: "Viewer 80" }, { card: "Reader -" }, { card: "Reader -" }] } },
    },
    {
      rule: "the client may use the names of required fields for others",
      query:
        "{ orders { size item { pages: title ... on Film { title: minutes } ... on Book { minutes: pages } } } }",
      answer: {
        data: {
          orders: [
            { size: 0, item: { pages: "Reader", minutes: 0 } },
            { size: null, item: null },
            { size: 80, item: { pages: "Viewer", title: 80 } },
          ],
        },
      },
    },
    {
      rule: "fields that require different things of one object do not disturb each other",
      query: "{ orders { size label card gift { __typename } } }",
      answer: {
        data: {
          orders: [
            { size: 0, label: "Book Reader -", card: "Viewer 80", gift: { __typename: "Film" } },
            { size: null, label: null, card: "Reader -", gift: { __typename: "Book" } },
            { size: 80, label: "Film Viewer 80", card: "Reader -", gift: { __typename: "Book" } },
          ],
        },
      },
    },
  ],
};
