import { describe, expect, it } from "vitest";
import { checkSchema } from "@an-sinh/schema/check-schema";
import { books, committedFolder, edited } from "./support/subgraphs.js";

describe("npm run schema:check", () => {
  it("has nothing to say of a folder that was just generated", () => {
    expect(checkSchema(books, committedFolder())).toEqual([]);
  });

  it("names a stale file and its first difference", () => {
    const [problem] = checkSchema(edited("stars: Int!", "stars: Float!"), committedFolder()).slice(-1);
    expect(problem).toContain(
      "schema/reviews.graphql is stale, first in line 11:\n  committed:   stars: Int!",
    );
    expect(problem).toContain("  generated:   stars: Float!");
    expect(problem).toContain("Run `npm run schema`");
  });

  it("names a missing file and the file of a subgraph that is gone", () => {
    const folder = committedFolder();
    folder.set("loans.graphql", folder.get("books.graphql") ?? "");
    folder.delete("books.graphql");
    const [problem] = checkSchema(books, folder);
    expect(problem).toContain("schema/books.graphql is missing.");
    expect(problem).toContain("schema/loans.graphql belongs to no subgraph any more.");
  });

  it("reports a break and a stale file together", () => {
    const problems = checkSchema(edited("text: String", "body: String"), committedFolder()).join("\n");
    expect(problems).toContain("FIELD_REMOVED: Review.text was removed.");
    expect(problems).toContain("schema/supergraph.graphql is stale");
    expect(problems).not.toContain("schema/api.graphql is stale");
  });
});
