import { describe, expect, it } from "vitest";
import { generatedFile } from "@an-sinh/schema/generated-file";
import { findOrphans, findStaleFiles } from "@an-sinh/schema/stale-files";

const nothing = new Map<string, string>();
const folder = (name: string, content: string) => new Map([[name, content]]);

describe("stale files", () => {
  it("are none when everything is as generated", () => {
    const files = folder("loans.graphql", generatedFile("type Loan { id: ID! }"));
    expect(findStaleFiles(files, files)).toEqual([]);
  });

  it.each([
    ["shorter", "a\nb\n", "a\n", "first in line 2:\n  committed: \n  generated: b"],
    ["longer", "a\n", "a\nb", "first in line 2:\n  committed: b\n  generated: "],
    ["cut off", "a\nb", "a", "first in line 2:\n  committed: (the file ends here)\n  generated: b"],
  ])("show the first difference of a committed file that is %s", (_, generated, committed, difference) => {
    const [problem] = findStaleFiles(folder("x.graphql", generated), folder("x.graphql", committed));
    expect(problem).toBe(`schema/x.graphql is stale, ${difference}`);
  });
});

describe("a file of no subgraph", () => {
  const generated = generatedFile("type Loan { id: ID! }");

  it("is one that was generated and is not generated any more", () => {
    expect(findOrphans(nothing, folder("loans.graphql", generated))).toEqual(["loans.graphql"]);
  });

  it("is never one that was written by hand", () => {
    expect(findOrphans(nothing, folder("loans.graphql", "type Loan { id: ID! }"))).toEqual([]);
  });

  it.each(["supergraph.graphql", "api.graphql"])(
    "is not %s, which waits for a problem to be solved",
    (name) => {
      expect(findOrphans(nothing, folder(name, generated))).toEqual([]);
    },
  );
});
