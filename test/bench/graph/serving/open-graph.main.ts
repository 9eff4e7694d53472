import { readFile } from "node:fs/promises";
import { openDatabases } from "@an-sinh/deployment/databases";
import { createSubgraphs, supergraphFile } from "@an-sinh/deployment/embedded-graph";
import { LocalDataSource } from "@an-sinh/gateway/data-sources/local-data-source";
import { createGateway } from "@an-sinh/gateway/gateway";
import { createLogger } from "@an-sinh/server/logger";
import { databaseUrl } from "@an-sinh/subgraph-kit/database/database-url";
import { official } from "../../../support/callers.js";
import { withoutAccess } from "../../contest/write-supergraph.js";
import { benchCursorKey } from "../../keys.js";

/*
 * The embedded graph without sign-in, access rules, costs and access log: it answers everyone as an official. Its argument
 * is a JSON object of the departments' database URLs.
 */
const urls = JSON.parse(process.argv[2] ?? "{}") as Record<string, string>;
const locations = Object.entries(urls).map(([name, url]) => [name, databaseUrl.parse(url)] as const);
const databases = await openDatabases(new Map(locations));
const subgraphs = await createSubgraphs(databases, Buffer.from(benchCursorKey, "hex"));
const logger = createLogger("error");
const graph = await createGateway({
  supergraphSdl: withoutAccess(await readFile(supergraphFile, "utf8")),
  sourceFor: ({ name }) => {
    const subgraph = subgraphs.get(name);
    if (!subgraph) throw new Error(`Expected a subgraph ${name}`);
    return new LocalDataSource(subgraph, logger);
  },
  logger,
  introspection: false,
  identify: async () => official,
});
console.log((await graph.listen({ host: "127.0.0.1", port: 0 })).url);
