import { anonymous, type Caller } from "@an-sinh/server/caller";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { official, officialOf } from "../support/callers.js";
import { examples } from "../support/examples.js";
import { startGraph, type GraphUnderTest } from "../support/graph.js";
import { storedOperations } from "../support/operations.js";
import { tokenOf } from "../support/tokens.js";

const operations = [
  ...storedOperations(),
  ...examples().map(({ document, query }, index) => ({ name: `${document} ${index}`, document: query })),
];
const callers = { everything: official, "one district": officialOf("24@2025-07-01"), nothing: anonymous };

/** On MySQL the departments answer the same, and a test asks their versions there. */
describe.skipIf(process.env["TEST_DIALECT"] === "mysql")("what is kept of departments", () => {
  let graph: GraphUnderTest;
  const ends: string[] = [];

  beforeAll(async () => {
    graph = await startGraph({
      responseCache: { maxBytes: 64_000_000, checkMs: 0 },
      hooks: { afterFetch: (_fetch, { wasKept }) => void ends.push(wasKept ? "kept" : "asked") },
    });
  });
  afterAll(() => graph.close());

  const textOf = async (document: string, caller: Caller) => {
    const token = caller === anonymous ? undefined : await tokenOf(caller);
    const response = await fetch(`${graph.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query: document }),
    });
    return (await response.text()).replaceAll(/"requestId":"[^"]*"/g, "");
  };

  test.each(operations)("is answered byte for byte as it was asked for: $name", async ({ document }) => {
    for (const caller of Object.values(callers)) {
      const fresh = await textOf(document, caller);
      expect(await textOf(document, caller)).toBe(fresh);
    }
  });

  test("was the answer to many fetches, and departments were asked for others", () => {
    const kept = ends.filter((end) => end === "kept").length;
    expect(kept).toBeGreaterThan(ends.length / 8);
    expect(kept).toBeLessThanOrEqual(ends.length / 2);
  });
});
