import { NotFoundError } from "@an-sinh/server/errors";
import { findById, type FederationCase } from "./federation-case.js";

const b1 = { __typename: "Book", id: "b1", title: "One" };
const b2 = { __typename: "Book", id: "b2", title: "Two" };
const f1 = { __typename: "Film", id: "f1", title: "Three" };
const note = { __typename: "Note", title: "Four" };
const catalog = {
  name: "catalog",
  sdl: `
    type Query { items: [Item] shelves: [[Item]!] again: [Item] book: Book sized: [Sized] twins: [Item] }
    interface Sized { size: Int }
    interface Item { title: String! }
    type Book implements Item & Sized @key(fields: "id") { id: ID! title: String! next: Book size: Int! @external }
    type Film implements Item & Sized @key(fields: "id") { id: ID! title: String! size: Int @external }
    type Note implements Item { title: String! }
  `,
  resolvers: {
    Query: {
      items: () => [note, f1, null, b2, b1],
      shelves: () => [[b1, null, b2], [], [f1, b2]],
      again: () => [b1, b2, b1, b2],
      sized: () => [b1, f1],
      twins: () => [b1, { ...f1, id: "b1" }],
      book: () => ({ ...b1, next: { ...b2, next: b1 } }),
    },
    Book: { __resolveReference: findById([b1, b2]) },
  },
};
const stock = {
  name: "stock",
  sdl: `
    type Book @key(fields: "id") { id: ID! copies: Int lent: Int! size: Int! }
    type Film @key(fields: "id") { id: ID! copies: Int size: Int }
  `,
  resolvers: {
    Book: {
      __resolveReference: async ({ id }: { id: string }) => ({ id, lent: 1 }),
      copies: ({ id }: { id: string }) => {
        if (id === "b2") throw new NotFoundError("No copies");
        return 5;
      },
      size: () => 3,
    },
    Film: {
      __resolveReference: findById([
        { id: "f1", copies: 7 },
        { id: "b1", copies: 8 },
      ]),
      size: () => {
        throw new NotFoundError("No size");
      },
    },
  },
};

const noCopies = (...path: readonly (string | number)[]) => ({
  message: "No copies",
  path,
  extensions: { code: "NOT_FOUND", service: "stock" },
});
const copies = "{ ... on Book { copies } ... on Film { copies } }";

export const mixedListsCase: FederationCase = {
  title: "lists of several types",
  subgraphs: () => [catalog, stock],
  operations: [
    {
      rule: "the error of an item has its index in the client's list",
      query: `{ items ${copies} }`,
      answer: {
        data: { items: [{}, { copies: 7 }, null, { copies: null }, { copies: 5 }] },
        errors: [noCopies("items", 3, "copies")],
      },
    },
    {
      rule: "the error of a field that has another name in the request has the client's name",
      query: "{ sized { s: size } }",
      answer: {
        data: { sized: [{ s: 3 }, { s: null }] },
        errors: [
          {
            message: "No size",
            path: ["sized", 1, "s"],
            extensions: { code: "NOT_FOUND", service: "stock" },
          },
        ],
      },
    },
    {
      rule: "entities of different types may have the same key",
      query: `{ twins ${copies} }`,
      answer: { data: { twins: [{ copies: 5 }, { copies: 8 }] } },
    },
    {
      rule: "in lists of lists it has both indexes",
      query: `{ shelves { title ... on Book { n: copies } } }`,
      answer: {
        data: {
          shelves: [
            [{ title: "One", n: 5 }, null, { title: "Two", n: null }],
            [],
            [{ title: "Three" }, { title: "Two", n: null }],
          ],
        },
        errors: [noCopies("shelves", 0, 2, "n"), noCopies("shelves", 2, 1, "n")],
      },
    },
    {
      rule: "an entity that is several times in a list has its values and its error each time",
      query: "{ again { title ... on Book { copies lent } } }",
      answer: {
        data: {
          again: [
            { title: "One", copies: 5, lent: 1 },
            { title: "Two", copies: null, lent: 1 },
            { title: "One", copies: 5, lent: 1 },
            { title: "Two", copies: null, lent: 1 },
          ],
        },
        errors: [noCopies("again", 1, "copies"), noCopies("again", 3, "copies")],
      },
    },
    {
      rule: "an entity under several paths has its values and its error under each",
      query:
        "{ book { copies next { copies next { copies lent } } } other: book { c: copies n: next { c: copies } } }",
      answer: {
        data: {
          book: { copies: 5, next: { copies: null, next: { copies: 5, lent: 1 } } },
          other: { c: 5, n: { c: null } },
        },
        errors: [noCopies("book", "next", "copies"), noCopies("other", "n", "c")],
      },
    },
    {
      rule: "the same entity may have other fields selected in other places",
      query: "{ again { ... on Book { lent } } book { title copies next { next { lent } } } }",
      answer: {
        data: {
          again: [{ lent: 1 }, { lent: 1 }, { lent: 1 }, { lent: 1 }],
          book: { title: "One", copies: 5, next: { next: { lent: 1 } } },
        },
      },
    },
  ],
};
