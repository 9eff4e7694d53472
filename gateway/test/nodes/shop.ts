import type { SubgraphCase } from "../support/gateway.js";

interface Row {
  readonly __typename: string;
  readonly id: string;
  readonly nodeId: string;
  readonly [field: string]: unknown;
}

export const nodeId = (typeName: string, id: string): string =>
  Buffer.from(`${typeName}:${id}`).toString("base64url");

const rows = new Map<string, Row>();

function add(__typename: string, id: string, fields: Record<string, unknown>): Row {
  const row = { __typename, id, nodeId: nodeId(__typename, id), ...fields };
  rows.set(row.nodeId, row);
  return row;
}

/** The row of a type with an id. Undefined: it is not on record. */
export const find = (typeName: string, id: string): Row | undefined => rows.get(nodeId(typeName, id));

/** In the place of rows that refer to each other. */
const the = (typeName: string, id: string) => () => find(typeName, id);

for (const id of ["1", "2", "3"]) {
  const next = String((Number(id) % 3) + 1);
  add("Book", id, {
    title: `Book "${id}", {a} [b] \\`,
    pages: Number(id) * 100,
    weight: id === "1" ? "9007199254740993" : null,
    author: the("Author", next),
    related: () => [find("Shelf", next), { __typename: "Flyer", title: "Flyer" }, null, find("Book", next)],
    stars: id === "2" ? null : Number(id),
    reviews: () => [find("Review", id)],
  });
  add("Author", id, {
    name: `Author ${id}`,
    books: () => [find("Book", id), find("Book", next)],
    friends: () => [find("Author", next)],
    favorite: the("Book", next),
  });
  add("Shelf", id, { title: `Shelf ${id}`, books: () => [find("Book", id)], owner: the("Author", id) });
  add("Review", id, { text: `Text ${id}`, book: the("Book", id) });
}

const byId =
  (typeName: string) =>
  (_: unknown, { id }: { readonly id: string }) =>
    find(typeName, id) ?? null;
const reference = (typeName: string) => ({
  __resolveReference: async ({ id }: { readonly id: string }) => {
    const row = find(typeName, id);
    return row ? { ...row } : null;
  },
});

/** Three subgraphs. `Tag` has a `nodeId` and no root field, so it is no node. */
export const shop: readonly SubgraphCase[] = [
  {
    name: "shop",
    sdl: `
      type Query {
        book(id: ID!): Book
        shelf(id: ID!, from: Int, old: Boolean! = false): Shelf
        something: Item
        titled: [Titled!]
        tag: Tag
      }
      interface Titled { title: String! }
      union Item = Book | Shelf | Flyer
      type Flyer implements Titled { title: String! }
      type Tag @key(fields: "id") { id: ID! nodeId: ID! @shareable }
      type Book implements Titled @key(fields: "id") {
        id: ID! nodeId: ID! @shareable title: String! pages: Int weight: String author: Author related: [Item]
      }
      type Shelf implements Titled @key(fields: "id") {
        id: ID! nodeId: ID! @shareable title: String! books: [Book] owner: Author
      }
      type Author @key(fields: "id") { id: ID! nodeId: ID! @shareable books: [Book] }
    `,
    resolvers: {
      Query: {
        book: byId("Book"),
        shelf: byId("Shelf"),
        something: () => find("Shelf", "2"),
        titled: () => [find("Book", "3"), find("Shelf", "1"), { __typename: "Flyer", title: "Flyer" }],
        tag: () => ({ id: "t", nodeId: nodeId("Tag", "t") }),
      },
      Book: reference("Book"),
      Shelf: reference("Shelf"),
      Author: reference("Author"),
      Tag: reference("Tag"),
    },
  },
  {
    name: "people",
    sdl: `
      type Query { author(id: ID!): Author, everyone: [Author] }
      type Author @key(fields: "id") { id: ID! nodeId: ID! @shareable name: String friends: [Author] favorite: Book }
      type Book @key(fields: "id") { id: ID! nodeId: ID! @shareable }
    `,
    resolvers: {
      Query: { author: byId("Author"), everyone: () => ["1", "2", "3"].map((id) => find("Author", id)) },
      Author: reference("Author"),
      Book: reference("Book"),
    },
  },
  {
    name: "reviews",
    sdl: `
      type Query { review(id: ID!): Review }
      type Book @key(fields: "id") { id: ID! nodeId: ID! @shareable stars: Int reviews: [Review] }
      type Review @key(fields: "id") { id: ID! nodeId: ID! @shareable text: String book: Book }
    `,
    resolvers: { Query: { review: byId("Review") }, Book: reference("Book"), Review: reference("Review") },
  },
];

export const nodeTypes = ["Author", "Book", "Review", "Shelf"] as const;
