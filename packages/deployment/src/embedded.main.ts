import { createIdentify } from "@an-sinh/gateway/identity/identify";
import { toGatewayOptions } from "@an-sinh/gateway/serving-settings";
import { createLogger } from "@an-sinh/server/logger";
import type { Meters } from "@an-sinh/server/metrics/meters";
import { run } from "@an-sinh/server/run";
import { serve } from "@an-sinh/server/serve";
import { createTracing } from "@an-sinh/server/tracing/create-tracing";
import { checkPort } from "./check-port.js";
import { closeDatabases, databaseLocations, openDatabases, type Databases } from "./databases.js";
import { readGraphSettings } from "./env.js";
import { keptCursorKey } from "./kept-cursor-key.js";
import { identityOf } from "./sign-in/development-token.js";
import { roleScopes } from "./sign-in/roles.js";
import { firstQuery, tokenCommand, welcome } from "./welcome.js";
import { withSample } from "./with-sample.js";

await run(async () => {
  const settings = readGraphSettings();
  const { host, port, workers, drainDelayMs, metrics, hasExplorer } = settings;
  const logger = createLogger(settings.logLevel);
  const locations = () => databaseLocations(settings.databases);
  const createGraph = async (databases: Databases, meters: Meters | undefined) => {
    const tracing = await createTracing(settings.tracing, "an-sinh");
    // Imported only now: it takes a while, in which the threads load.
    const { createEmbeddedGraph } = await import("./embedded-graph.js");
    const graph = await createEmbeddedGraph(databases, {
      ...toGatewayOptions(settings),
      logger,
      identify: createIdentify(await identityOf(settings), logger),
      timeoutMs: settings.subgraphTimeoutMs,
      cursorKey: await keptCursorKey(settings),
      audit: settings.audit,
      expectedScopes: settings.expectedScopes ?? roleScopes,
      landingPage: {
        title: "An Sinh",
        sandbox: hasExplorer,
        exampleQuery: firstQuery,
        ...(settings.takesDevelopmentTokens && {
          tokenCommand,
          debugTokenCommand: `${tokenCommand} --debug`,
        }),
      },
      meters,
      tracing,
    });
    return { ...graph, close: () => graph.close().finally(() => tracing?.close()) };
  };
  const createPrepared = async <Result>(create: (databases: Databases) => Promise<Result>) => {
    await checkPort(host, port);
    return withSample(await locations(), create, logger);
  };
  const prepare = () => createPrepared(closeDatabases);
  const createServer = async (meters: Meters | undefined, isPrepared: boolean) => {
    const create = (databases: Databases) => createGraph(databases, meters);
    if (!isPrepared) return createPrepared(create);
    return create(await openDatabases(await locations(), undefined, logger));
  };
  const announce = (url: string) => console.log(welcome(url, settings));
  return serve({ host, port, workers, drainDelayMs, metrics, logger, prepare, createServer, announce });
});
