import { readFile } from "node:fs/promises";
import { LocalDataSource } from "@an-sinh/gateway/data-sources/local-data-source";
import { createGateway } from "@an-sinh/gateway/gateway";
import type { GatewayOptions, GatewayServer } from "@an-sinh/gateway/gateway-options";
import {
  countStatements,
  databaseParts,
  measureDatabases,
} from "@an-sinh/subgraph-kit/database/database-metrics";
import { createSubgraph, type Subgraph } from "@an-sinh/subgraph-kit/federation/subgraph";
import { closeDatabases, type Databases } from "./databases.js";
import { departments } from "./departments.js";

/** The committed supergraph. `npm run schema` generates it. */
export const supergraphFile = new URL("../../../schema/supergraph.graphql", import.meta.url);

interface EmbeddedGraphOptions extends Omit<GatewayOptions, "supergraphSdl" | "isChecked" | "sourceFor"> {
  /** How long a subgraph may take for a response. Default: 10 s. */
  readonly timeoutMs?: number;
  /** By which cursors are sealed. Default: one that nobody keeps. */
  readonly cursorKey?: Uint8Array;
}

/** Creates the gateway and the subgraphs in this process. It does not listen yet. Closing it closes the databases. */
export async function createEmbeddedGraph(
  databases: Databases,
  { timeoutMs, cursorKey, ...options }: EmbeddedGraphOptions,
): Promise<GatewayServer> {
  const { meters, tracing } = options;
  if (meters) measureDatabases(meters, databases);
  const local = await createSubgraphs(databases, cursorKey, { meters, tracing });
  const gateway = await createGateway({
    ...options,
    databases: () => databaseParts(databases),
    supergraphSdl: await readFile(supergraphFile, "utf8"),
    // Each run of CI checks it.
    isChecked: true,
    sourceFor: ({ name }) => {
      const subgraph = local.get(name);
      if (!subgraph)
        throw new Error(`schema/supergraph.graphql names a subgraph that does not exist: ${name}.`);
      return new LocalDataSource(subgraph, options.logger, timeoutMs);
    },
  });
  return { ...gateway, close: () => gateway.close().finally(() => closeDatabases(databases)) };
}

/** The subgraphs of all departments, by name. */
export async function createSubgraphs(
  databases: Databases,
  cursorKey?: Uint8Array,
  { meters, tracing }: Pick<GatewayOptions, "meters" | "tracing"> = {},
): Promise<ReadonlyMap<string, Subgraph>> {
  const count = meters && countStatements(meters);
  const created = new Map<string, Subgraph>();
  for (const definition of departments) {
    const database = databases.get(definition.name);
    const { name } = definition;
    if (!database) throw new Error(`Expected a database for ${name}.`);
    const onStatement = count && (() => count(name));
    created.set(name, await createSubgraph({ ...definition, database, cursorKey, tracing, onStatement }));
  }
  return created;
}
