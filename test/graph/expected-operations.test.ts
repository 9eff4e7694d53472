import { anonymous } from "@an-sinh/server/caller";
import { expect, test } from "vitest";
import { official } from "../support/callers.js";
import { startGraph } from "../support/graph.js";
import { storedOperations } from "../support/operations.js";

test("the first request of a stored operation finds its plan", async () => {
  const stored = storedOperations();
  const known: boolean[] = [];
  const graph = await startGraph({
    expectedDocuments: stored.map(({ document }) => document),
    hooks: { afterPlanning: ({ wasKnown }) => void known.push(wasKnown) },
  });
  try {
    for (const caller of [official, anonymous])
      for (const { document } of stored) await graph.as(caller).query(document);
    expect(known).toHaveLength(2 * stored.length);
    expect(known).not.toContain(false);
  } finally {
    await graph.close();
  }
});
