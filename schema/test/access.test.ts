import { expect, test } from "vitest";
import { planSchema } from "@an-sinh/schema/plan-schema";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@external", "@requires", "@authenticated", "@requiresScopes"
])`;

/** The problems that `npm run schema` prints for two subgraphs. */
const problemsOf = (books: string, reviews: string): string =>
  planSchema(
    [
      { name: "books", url: "http://books", sdl: `${link} ${books}` },
      { name: "reviews", url: "http://reviews", sdl: `${link} ${reviews}` },
    ],
    new Map(),
  ).problems.join("\n");

const review = 'type Book @key(fields: "id") { id: ID! stars: Int }';

test("an interface must not demand anything itself", () => {
  const named = "interface Named @authenticated { name: String }";
  const books = `type Query { book: Book } ${named} "A book." type Book implements Named @key(fields: "id") { id: ID! name: String }`;
  expect(problemsOf(books, review)).toContain("AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE in books");
});

test.each([
  ["nothing", "", true],
  ["another scope", '@requiresScopes(scopes: [["stars"]])', true],
  ["the same scope or another one", '@requiresScopes(scopes: [["names"], ["stars"]])', true],
  ["the same scope", '@requiresScopes(scopes: [["names"]])', false],
  ["the same scope and another one", '@requiresScopes(scopes: [["names", "stars"]])', false],
])("a field that requires protected data demands at least as much: %s", (_, demand, isRefused) => {
  const books = `type Query { book: Book } "A book."
    type Book @key(fields: "id") { id: ID! name: String @requiresScopes(scopes: [["names"]]) }`;
  const reviews = `type Book @key(fields: "id") { id: ID! name: String @external
    praise: String @requires(fields: "name") ${demand} }`;
  const problems = problemsOf(books, reviews);
  expect(problems.includes("MISSING_TRANSITIVE_AUTH_REQUIREMENTS in reviews")).toBe(isRefused);
  expect(problems === "").toBe(!isRefused);
});
