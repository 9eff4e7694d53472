import { createIdentify } from "@an-sinh/gateway/identity/identify";
import { createLogger } from "@an-sinh/server/logger";
import { run } from "@an-sinh/server/run";
import { serve } from "@an-sinh/server/serve";
import { checkPort } from "./check-port.js";
import { closeDatabases, databaseLocations, openDatabases, type Databases } from "./databases.js";
import { readGraphSettings } from "./env.js";
import { keptCursorKey } from "./kept-cursor-key.js";
import { identityOf } from "./sign-in/development-token.js";
import { firstQuery, tokenCommand, welcome } from "./welcome.js";
import { withSample } from "./with-sample.js";

await run(async () => {
  const settings = readGraphSettings();
  const { host, port, workers, introspection, hasExplorer, executor, onUnauthorized, corsOrigins } = settings;
  const { drainDelayMs } = settings;
  const logger = createLogger(settings.logLevel);
  const locations = () => databaseLocations(settings.databases);
  const createGraph = async (databases: Databases) => {
    // Imported only now: it takes a while, in which the threads load.
    const { createEmbeddedGraph } = await import("./embedded-graph.js");
    return createEmbeddedGraph(databases, {
      logger,
      identify: createIdentify(await identityOf(settings), logger),
      timeoutMs: settings.subgraphTimeoutMs,
      requestTimeoutMs: settings.requestTimeoutMs,
      load: settings.load,
      cursorKey: await keptCursorKey(settings),
      introspection,
      executor,
      onUnauthorized,
      corsOrigins,
      allowedHosts: settings.allowedHosts,
      costBudgets: settings.costBudgets,
      answerLimits: settings.answerLimits,
      redisUrl: settings.redisUrl,
      trustedProxies: settings.trustedProxies,
      audit: settings.audit,
      trustedDocuments: settings.trustedDocuments,
      landingPage: {
        title: "An Sinh",
        sandbox: hasExplorer,
        exampleQuery: firstQuery,
        tokenCommand: settings.takesDevelopmentTokens ? tokenCommand : undefined,
      },
    });
  };
  const createPrepared = async <Result>(create: (databases: Databases) => Promise<Result>) => {
    await checkPort(host, port);
    if (settings.sharesQueries) console.log("SHARE_QUERIES has no effect here: it is for subgraphs on HTTP.");
    return withSample(await locations(), create);
  };
  const prepare = () => createPrepared(closeDatabases);
  const createServer = async (isPrepared: boolean) =>
    isPrepared ? createGraph(await openDatabases(await locations())) : createPrepared(createGraph);
  const announce = (url: string) => console.log(welcome(url, settings));
  return serve({ host, port, workers, drainDelayMs, logger, prepare, createServer, announce });
});
