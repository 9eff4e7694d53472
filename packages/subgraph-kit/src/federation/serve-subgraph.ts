import { z } from "zod";
import { openDatabase } from "../database/open-database.js";
import { namingSetting } from "../database/naming-setting.js";
import { databaseUrl } from "../database/database-url.js";
import { allowsIntrospection, commonSettings, port, readEnv } from "@an-sinh/server/env";
import { createGraphQLServer, type GraphQLServer } from "@an-sinh/server/graphql-server";
import { createLogger, type Logger } from "@an-sinh/server/logger";
import { run } from "@an-sinh/server/run";
import { createSubgraph, type Subgraph, type SubgraphDefinition } from "./subgraph.js";

/** The gateway asks about whole lists at once, with all that their fields require: far more than a person writes. */
const bodyLimitBytes = 64 * 1024 * 1024;

/** Builds the HTTP server of a subgraph. It does not listen yet. Closing it closes the database too. */
export async function createSubgraphServer(
  subgraph: Subgraph,
  { logger, introspection }: { readonly logger: Logger; readonly introspection: boolean },
): Promise<GraphQLServer> {
  const server = await createGraphQLServer({
    graph: { schema: subgraph.schema },
    createContext: ({ requestId, signal }) => subgraph.createContext({ requestId, signal }),
    logger,
    introspection,
    bodyLimitBytes,
  });
  return { ...server, close: () => server.close().finally(() => subgraph.close()) };
}

/** Runs a subgraph as a program of its own, with its settings from the environment. */
export function serveSubgraph(definition: SubgraphDefinition): Promise<void> {
  return run(async () => {
    const settings = readEnv(z.object({ ...commonSettings, PORT: port(0), DATABASE_URL: databaseUrl }));
    const opened = openDatabase({ ...definition.model, location: settings.DATABASE_URL });
    const database = await namingSetting("DATABASE_URL", opened);
    await database.migrate();
    const server = await createSubgraphServer(await createSubgraph({ ...definition, database }), {
      logger: createLogger(settings.LOG_LEVEL),
      introspection: allowsIntrospection(settings),
    });
    const { url } = await server.listen({ host: settings.HOST, port: settings.PORT });
    process.stdout.write(`${definition.name}: ${url}/graphql\n`);
    return server;
  });
}
