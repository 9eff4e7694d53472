import { z } from "zod";
import { connectionVariables, toConnectionSettings } from "../database/connection-settings.js";
import { openDatabase } from "../database/open-database.js";
import { namingSetting } from "../database/naming-setting.js";
import { databaseUrl, noReplicasOfFile, replicaUrls } from "../database/database-url.js";
import { isReadable } from "../database/database-state.js";
import { allowsIntrospection, commonSettings, port, readEnv, toMetricsAddress } from "@an-sinh/server/env";
import { createGraphQLServer, type GraphQLServer } from "@an-sinh/server/graphql-server";
import { createLogger, type Logger } from "@an-sinh/server/logger";
import type { Meters } from "@an-sinh/server/metrics/meters";
import { reportDataVersionHeader } from "@an-sinh/server/observation/report-data-version";
import { reportStatementsHeader } from "@an-sinh/server/observation/report-statements";
import { run } from "@an-sinh/server/run";
import { serve } from "@an-sinh/server/serve";
import { channelKeys } from "@an-sinh/server/signatures/channel-keys";
import { signedCalls, type CallVerifier } from "@an-sinh/server/signatures/signed-calls";
import { createTracing } from "@an-sinh/server/tracing/create-tracing";
import { toTracingSettings, tracingVariables } from "@an-sinh/server/tracing/tracing-settings";
import { cursorKey } from "../cursors/cursor-key.js";
import { countStatements, databaseParts, measureDatabases } from "../database/database-metrics.js";
import { createSubgraph, type Subgraph, type SubgraphDefinition } from "./subgraph.js";

/** The gateway asks about whole lists at once, with all that their fields require: far more than a person writes. */
const bodyLimitBytes = 64 * 1024 * 1024;

interface SubgraphServerOptions {
  readonly logger: Logger;
  readonly introspection: boolean;
  /** Which calls it answers. */
  readonly calls: CallVerifier;
  /** Undefined: nothing is measured. */
  readonly meters?: Meters | undefined;
}

/** Builds the HTTP server of a subgraph. It does not listen yet. Closing it closes the database too. */
export async function createSubgraphServer(
  subgraph: Subgraph,
  { logger, introspection, calls, meters }: SubgraphServerOptions,
): Promise<GraphQLServer> {
  const databases = new Map([[subgraph.name, subgraph.database]]);
  if (meters) measureDatabases(meters, databases);
  const server = await createGraphQLServer({
    graph: { schema: subgraph.schema, compile: (document) => subgraph.compile(document) },
    createContext: ({ requestId, signal, headers }) =>
      subgraph.createContext({
        requestId,
        signal,
        caller: calls.callerOf(headers),
        trace: calls.traceOf?.(headers),
        reportsStatements: headers[reportStatementsHeader] !== undefined,
        reportsDataVersion: headers[reportDataVersionHeader] !== undefined,
      }),
    logger,
    introspection,
    guard: calls.guard,
    bodyLimitBytes,
    metrics: meters && { meters },
    readiness: () => ({
      isReady: isReadable(subgraph.database.state()),
      parts: { databases: databaseParts(databases) },
    }),
  });
  return { ...server, close: () => server.close().finally(() => subgraph.close()) };
}

const subgraphSettings = z
  .object({
    ...commonSettings,
    ...tracingVariables,
    PORT: port(0),
    DATABASE_URL: databaseUrl,
    DATABASE_REPLICA_URLS: replicaUrls.optional(),
    ...connectionVariables,
    CURSOR_KEY: cursorKey.optional(),
    SUBGRAPH_KEY: channelKeys,
  })
  .refine((given) => given.DATABASE_URL.kind === "mysql" || !given.DATABASE_REPLICA_URLS, {
    path: ["DATABASE_REPLICA_URLS"],
    message: noReplicasOfFile,
  })
  .refine((given) => given.CURSOR_KEY || (given.WORKERS === 1 && given.NODE_ENV !== "production"), {
    path: ["CURSOR_KEY"],
    message: "expected a key that all processes of this subgraph share, in production and with WORKERS",
  });

/** Runs a subgraph as a program of its own, with its settings from the environment. */
export function serveSubgraph({ name, model, ...definition }: SubgraphDefinition): Promise<void> {
  return run(async () => {
    const settings = readEnv(subgraphSettings);
    const { HOST, PORT, WORKERS, DATABASE_URL, CURSOR_KEY } = settings;
    const { DATABASE_REPLICA_URLS: replicas } = settings;
    const use = { settings: toConnectionSettings(settings), setting: "DATABASE_URL", replicas };
    const location = DATABASE_URL.kind === "mysql" ? { ...DATABASE_URL, ...use } : DATABASE_URL;
    const logger = createLogger(settings.LOG_LEVEL);
    const open = async () => {
      const database = await namingSetting("DATABASE_URL", openDatabase({ ...model, location, logger }));
      await database.migrate();
      return database;
    };
    const createServer = async (meters: Meters | undefined) => {
      const tracing = await createTracing(toTracingSettings(settings), name);
      const count = meters && countStatements(meters);
      const subgraph = await createSubgraph({
        ...definition,
        name,
        database: await open(),
        cursorKey: CURSOR_KEY,
        tracing,
        onStatement: count && (() => count(name)),
      });
      const server = await createSubgraphServer(subgraph, {
        logger,
        introspection: allowsIntrospection(settings),
        calls: signedCalls({ subgraph: name, keys: settings.SUBGRAPH_KEY, logger }),
        meters,
      });
      return { ...server, close: () => server.close().finally(() => tracing?.close()) };
    };
    return serve({
      host: HOST,
      port: PORT,
      workers: WORKERS,
      drainDelayMs: settings.DRAIN_DELAY_MS,
      metrics: toMetricsAddress(settings),
      logger,
      // Migrates once, so that the processes find nothing to do.
      prepare: async () => (await open()).close(),
      createServer,
      announce: (url) => process.stdout.write(`${name}: ${url}/graphql${describe(WORKERS)}\n`),
    });
  });
}

const describe = (workers: number) => (workers === 1 ? "" : ` (${workers} processes)`);
