import { expect, test } from "vitest";
import { composeSubgraphs } from "@an-sinh/schema/compose";
import { CompositionError } from "@an-sinh/schema/composition-error";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@external", "@requires", "@tag", "@inaccessible"
])`;
const books = (stockOf: string) => ({
  name: "books",
  url: "http://books",
  sdl: `${link} type Query { book(id: ID, shelf: Int @tag(name: "internal")): Book ${stockOf} }
    type Book @key(fields: "id") { id: ID! pages: Int @tag(name: "internal") kind: Kind @tag(name: "public") }
    type Stock @tag(name: "internal") { count: Int }
    enum Kind { NOVEL DRAFT @tag(name: "internal") }`,
});
const prices = {
  name: "prices",
  url: "http://prices",
  sdl: `${link} type Book @key(fields: "id") { id: ID! pages: Int @external price: Int @requires(fields: "pages") }`,
};

test("clients see nothing that is tagged as internal, and departments may require it", () => {
  const { apiSdl, supergraphSdl } = composeSubgraphs([books('stock: Stock @tag(name: "internal")'), prices]);
  expect(apiSdl).toMatch(/type Book \{\s+id: ID!\s+kind: Kind\s+price: Int\s+\}/);
  expect(apiSdl).not.toMatch(/pages|Stock|stock|DRAFT|shelf|tag/);
  expect(supergraphSdl).toContain('requires: "pages"');
});

test("nothing that clients see may refer to what is hidden", () => {
  const compose = () => composeSubgraphs([books("stock: Stock"), prices]);
  expect(compose).toThrow(CompositionError);
  expect(compose).toThrow(/REFERENCED_INACCESSIBLE/);
});
