import { describe, expect, it } from "vitest";
import { composeSubgraphs } from "@an-sinh/schema/compose";
import { books } from "./support/subgraphs.js";

describe("composition", () => {
  it("gives the same text whatever the order of subgraphs and definitions", () => {
    const reversed = books.toReversed().map((subgraph) => ({
      ...subgraph,
      sdl: subgraph.sdl.trim().split("\n\n").toReversed().join("\n\n"),
    }));
    expect(composeSubgraphs(reversed)).toEqual(composeSubgraphs(books));
  });

  it("shows consumers neither federation machinery nor what is inaccessible", () => {
    const { apiSdl } = composeSubgraphs(books);
    expect(apiSdl).toContain("reviews: [Review!]");
    expect(apiSdl).not.toMatch(/stockNumber|join__|@key|_entities|inaccessible/);
  });
});
