import { anonymous } from "@an-sinh/server/caller";
import { roleScopes } from "@an-sinh/deployment/sign-in/roles";
import { expect, test } from "vitest";
import { official } from "../support/callers.js";
import { startGraph } from "../support/graph.js";
import { storedOperations } from "../support/operations.js";

test("the first request of a stored operation finds its plan", async () => {
  const stored = storedOperations();
  const known: boolean[] = [];
  const graph = await startGraph({
    expectedDocuments: stored.map(({ document }) => document),
    expectedScopes: roleScopes,
    hooks: {
      afterPlanning: ({ wasKnown }) => void known.push(wasKnown),
      // Plans are all that matters here.
      beforeFetch: ({ service }) => ({ code: "SUBGRAPH_UNAVAILABLE", message: service }),
    },
  });
  try {
    const ofRoles = roleScopes.map((scopes) => ({ ...official, scopes, areas: [] }));
    for (const caller of [official, anonymous, ...ofRoles])
      for (const { document } of stored) await graph.as(caller).query(document);
    expect(known).toHaveLength((2 + roleScopes.length) * stored.length);
    expect(known).not.toContain(false);
  } finally {
    await graph.close();
  }
});
