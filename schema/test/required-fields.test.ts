import { describeRequiredFields } from "@an-sinh/schema/required-fields";
import { planSchema } from "@an-sinh/schema/plan-schema";
import { describe, expect, it, test } from "vitest";
import { books, committedFolder, edited } from "./support/subgraphs.js";

const owner = (fields: string): string => `
  type Query { books: [Book!] }
  "A book of the shop."
  type Book @key(fields: "id") { id: ID! title: String! ${fields} }
  type Edition { year: Int! }`;

const other = (fields: string, types = ""): string => `
  type Book @key(fields: "id") { id: ID! ${fields} }
  "What a reader thinks of a book."
  type Review @key(fields: "id") { id: ID! stars: Int! }
  ${types}`;

const problemsOf = (shop: string, reviews: string): string[] | undefined =>
  describeRequiredFields([
    { name: "shop", url: "http://shop/graphql", sdl: shop },
    { name: "reviews", url: "http://reviews/graphql", sdl: reviews },
  ])
    ?.split("\n")
    .slice(1)
    .map((line) => line.trim().replace(/: (?!\[|[A-Z]).*/, ""));

describe("a field that can fail alone has to be nullable", () => {
  it.each([
    ["a root field", owner("").replace("[Book!]", "[Book!]!"), other(""), "[shop] Query.books: [Book!]!"],
    ["a field on another department's entity", owner(""), other("stars: Int!"), "[reviews] Book.stars: Int!"],
    [
      "a shared field that one department lacks",
      owner(""),
      other("label: String! @shareable"),
      "[reviews] Book.label: String!",
    ],
    [
      "a field that an extension adds",
      owner(""),
      other("").replace("type Book", "extend type Book").replace("ID! ", "ID! stars: Int! "),
      "[reviews] Book.stars: Int!",
    ],
    [
      "a field with arguments",
      owner("editions(first: Int): [Edition!]!"),
      other(""),
      "[shop] Book.editions: [Edition!]!",
    ],
    [
      "a link to another department's entity",
      owner(""),
      other("", "type Shelf { book: Book! }"),
      "[reviews] Shelf.book: Book!",
    ],
    [
      "an item of a list of them",
      owner(""),
      other("", "type Shelf { books: [[Book!]]! }"),
      "[reviews] Shelf.books: [[Book!]]!",
    ],
  ])("%s", (_, shop, reviews, field) => {
    expect(problemsOf(shop, reviews)).toEqual([expect.stringContaining(field)]);
  });

  it.each([
    ["a key", owner(""), other("")],
    [
      "a field that each department makes by itself",
      owner("label: String! @shareable"),
      other("label: String! @shareable"),
    ],
    ["a field of a department's own entity", owner("pages: Int!"), other("")],
    ["a list of nullable links", owner(""), other("", "type Shelf { books: [Book]! }")],
    ["a field that only a @requires reads", owner(""), other("title: String! @external")],
    ["a nullable field with arguments", owner("editions(first: Int): [Edition!]"), other("")],
  ])("but not %s", (_, shop, reviews) => {
    expect(problemsOf(shop, reviews)).toBeUndefined();
  });
});

test("npm run schema says why a field has to be nullable", () => {
  const { problems } = planSchema(edited("reviews: [Review!]", "reviews: [Review!]!"), committedFolder());
  expect(problems.join("\n")).toContain(
    "These fields can fail alone, so they must be nullable:\n  [reviews] Book.reviews: [Review!]!: Book belongs to another department",
  );
});

test("the fixture has no such field", () => expect(describeRequiredFields(books)).toBeUndefined());
