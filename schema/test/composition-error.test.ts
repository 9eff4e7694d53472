import { GraphQLError, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { composeSubgraphs } from "@an-sinh/schema/compose";
import { CompositionError } from "@an-sinh/schema/composition-error";
import type { SubgraphSdl } from "@an-sinh/schema/subgraph-sdl";
import { books, edited, readSubgraphs } from "./support/subgraphs.js";

function compositionErrorOf(list: readonly SubgraphSdl[]): CompositionError {
  try {
    composeSubgraphs(list);
  } catch (error) {
    if (error instanceof CompositionError) return error;
    throw error;
  }
  throw new Error("Expected a CompositionError, but got: a supergraph");
}

describe("a composition error", () => {
  it("lists every error with its code, its subgraph and the line in its file", async () => {
    const { message } = compositionErrorOf(await readSubgraphs("broken"));
    expect(message).toContain("The subgraphs do not compose: 3 errors.");
    expect(message).toContain("KEY_INVALID_FIELDS in books (schema/books.graphql:5:11)");
    expect(message).toContain("PROVIDES_INVALID_FIELDS in books (schema/books.graphql:10:18)");
    expect(message).toContain("INVALID_GRAPHQL in reviews (schema/reviews.graphql:12:10)\n    Unknown type");
  });

  it("names the subgraphs of a query that cannot be answered", () => {
    const withoutKey = edited(
      'type Book @key(fields: "id") {\n  id: ID!\n  reviews',
      "type Book {\n  id: ID! @shareable\n  reviews",
    );
    const importing = withoutKey.map((subgraph) => ({
      ...subgraph,
      sdl: subgraph.sdl.replace('"@key"', '"@key", "@shareable"'),
    }));
    expect(compositionErrorOf(importing).message).toContain("SATISFIABILITY_ERROR in books, reviews\n");
  });

  it("reports the syntax errors of all subgraphs together", () => {
    const torn = books.map((subgraph) => ({ ...subgraph, sdl: `${subgraph.sdl}\ntype {` }));
    const { message } = compositionErrorOf(torn);
    expect(message).toMatch(/GRAPHQL_PARSE_FAILED in books\n/);
    expect(message).toMatch(/GRAPHQL_PARSE_FAILED in reviews\n/);
  });

  it("gives one place in each subgraph, and the code UNKNOWN where there is none", () => {
    const { definitions } = parse("type Book {\n  id: ID!\n}\ntype Book2 { id: ID! }");
    const nodes = definitions.map((node) => ({ ...node, subgraph: "books" }));
    expect(new CompositionError([new GraphQLError("Books differ.", { nodes })]).message).toBe(
      "The subgraphs do not compose: 1 error.\n\n  UNKNOWN in books (schema/books.graphql:1:1)\n    Books differ.",
    );
  });
});
