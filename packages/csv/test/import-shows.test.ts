import { expect, test } from "vitest";
import { postQuery } from "../../../test/support/post-query.js";
import { dialects, startDatabase, type TestDatabase } from "./support/database.js";
import { fixture, importText } from "./support/files.js";
import { startGraphOver } from "./support/graph.js";

/** All responses are kept until a department's data changes. */
async function startKeepingGraph(target: TestDatabase) {
  const ends: string[] = [];
  const graph = await startGraphOver(target, {
    responseCache: { maxBytes: 1_000_000, checkMs: 0 },
    hooks: { afterFetch: (_fetch, { wasKept }) => void ends.push(wasKept ? "kept" : "asked") },
  });
  const query = "{ publishedFigures(first: 1) { edges { node { value } } } }";
  return {
    ...graph,
    ask: async () => [await postQuery(`${graph.url}/graphql`, query), ends.pop()],
  };
}

const published = (value: number) => ({ data: { publishedFigures: { edges: [{ node: { value } }] } } });

test.each(dialects)("what is kept of a department is kept until an import on %s", async (dialect) => {
  await using target = await startDatabase("households", dialect);
  await importText(target, "administrative-units", fixture("households", "administrative-units"));
  const figures = fixture("households", "published-figures");
  await importText(target, "published-figures", figures);
  await using graph = await startKeepingGraph(target);
  expect(await graph.ask()).toEqual([published(10.35), "asked"]);
  expect(await graph.ask()).toEqual([published(10.35), "kept"]);
  await importText(target, "published-figures", figures);
  expect(await graph.ask(), "nothing changed").toEqual([published(10.35), "kept"]);
  await importText(target, "published-figures", figures.replace("10.35", "11.5"));
  expect(await graph.ask()).toEqual([published(11.5), "asked"]);
  expect(await graph.ask()).toEqual([published(11.5), "kept"]);
});
