import type { SubgraphCase } from "./gateway.js";

interface Key {
  readonly id: string;
}

/** Three subgraphs: books with authors, what people say of both, and what both are worth. */
export const library = (overrides: Readonly<Record<string, object>> = {}): readonly SubgraphCase[] => [
  {
    name: "books",
    sdl: `
      type Query { books: [Book!]! best: Book broken: Int }
      type Mutation { lend(id: ID!): Book }
      type Book @key(fields: "id") { id: ID! title: String! pages: Int! author: Author! editors: [Author!]! }
      type Author @key(fields: "id") { id: ID! }
    `,
    resolvers: {
      Query: { books: () => [book("1"), book("2"), book("3")], best: () => book("2") },
      Mutation: { lend: (_: unknown, { id }: Key) => book(id) },
      Book: { __resolveReference: async ({ id }: Key) => book(id) },
      Author: { __resolveReference: async ({ id }: Key) => ({ id }) },
      ...overrides["books"],
    },
  },
  {
    name: "reviews",
    sdl: `
      type Book @key(fields: "id") { id: ID! stars: Int rank(from: Int = 0): Int }
      type Author @key(fields: "id") { id: ID! fans: Int }
    `,
    resolvers: {
      Book: {
        __resolveReference: async (book: Key) => ({ ...book }),
        stars: ({ id }: Key) => Number(id),
        rank: ({ id }: Key) => Number(id),
      },
      Author: {
        __resolveReference: async (author: Key) => ({ ...author }),
        fans: ({ id }: Key) => id.length,
      },
      ...overrides["reviews"],
    },
  },
  {
    name: "prices",
    sdl: `
      type Book @key(fields: "id") {
        id: ID! pages: Int! @external stars: Int @external
        price: Int @requires(fields: "pages") value: Int @requires(fields: "stars")
      }
    `,
    resolvers: {
      Book: {
        __resolveReference: async (book: Key) => ({ ...book }),
        price: ({ pages }: { readonly pages: number }) => pages * 2,
        value: ({ stars }: { readonly stars: number | null }) => (stars === null ? null : stars * 10),
      },
      ...overrides["prices"],
    },
  },
];

const book = (id: string) => ({
  id,
  title: `Book ${id}`,
  pages: Number(id) * 100,
  author: { id: id === "3" ? "b" : "a" },
  editors: [{ id: "a" }, { id: "b" }],
});
