import { readFile } from "node:fs/promises";
import { createSubgraphs, supergraphFile } from "@an-sinh/deployment/embedded-graph";
import { LocalDataSource } from "@an-sinh/gateway/data-sources/local-data-source";
import { createGateway } from "@an-sinh/gateway/gateway";
import { createLogger } from "@an-sinh/server/logger";
import type { Subgraph } from "@an-sinh/subgraph-kit/federation/subgraph";
import { expect, test } from "vitest";
import { postQuery } from "../../../test/support/post-query.js";
import { departments, dialects, startDatabase, type TestDatabase } from "./support/database.js";
import { fixture, importText } from "./support/files.js";

/** The graph over a department's database and empty ones. All responses are kept until a department's data changes. */
async function startKeepingGraph(target: TestDatabase) {
  const names = departments.map(({ name }) => name).filter((name) => name !== target.department.name);
  const others = await Promise.all(names.map((name) => startDatabase(name)));
  const databases = [target, ...others].map(
    ({ department, database }) => [department.name, database] as const,
  );
  const subgraphs = await createSubgraphs(new Map(databases));
  const logger = createLogger("silent");
  const ends: string[] = [];
  const graph = await createGateway({
    supergraphSdl: await readFile(supergraphFile, "utf8"),
    sourceFor: ({ name }) => new LocalDataSource(subgraphs.get(name) as Subgraph, logger),
    logger,
    introspection: false,
    responseCache: { maxBytes: 1_000_000, checkMs: 0 },
    hooks: { afterFetch: (_fetch, { wasKept }) => void ends.push(wasKept ? "kept" : "asked") },
  });
  const { url } = await graph.listen({ host: "127.0.0.1", port: 0 });
  const query = "{ publishedFigures(first: 1) { edges { node { value } } } }";
  return {
    ask: async () => [await postQuery(`${url}/graphql`, query), ends.pop()],
    [Symbol.asyncDispose]: async () => {
      await graph.close();
      await Promise.all(others.map((other) => other[Symbol.asyncDispose]()));
    },
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
