import { prepareSample } from "@an-sinh/sample/prepare-sample";
import { createLogger } from "@an-sinh/server/logger";
import { run } from "@an-sinh/server/run";
import { serve } from "@an-sinh/server/serve";
import { checkPort } from "./check-port.js";
import { closeDatabases, databaseLocations, openDatabases, sampleTargets } from "./databases.js";
import { createEmbeddedGraph } from "./embedded-graph.js";
import { readGraphSettings } from "./env.js";
import { threadsIfBuilt } from "./sample-threads.js";
import { firstQuery, welcome } from "./welcome.js";

await run(async () => {
  const settings = readGraphSettings();
  const { host, port, workers, introspection, hasExplorer, executor, corsOrigins } = settings;
  const logger = createLogger(settings.logLevel);
  const locations = () => databaseLocations(settings.databases);
  const openPrepared = async () => {
    await checkPort(host, port);
    if (settings.sharesQueries) console.log("SHARE_QUERIES has no effect here: it is for subgraphs on HTTP.");
    const found = await locations();
    const databases = await openDatabases(found);
    try {
      await prepareSample(sampleTargets(databases), { load: threadsIfBuilt(found) });
      return databases;
    } catch (error) {
      await closeDatabases(databases);
      throw error;
    }
  };
  const prepare = async () => closeDatabases(await openPrepared());
  const createServer = async (isPrepared: boolean) =>
    createEmbeddedGraph(isPrepared ? await openDatabases(await locations()) : await openPrepared(), {
      logger,
      timeoutMs: settings.subgraphTimeoutMs,
      introspection,
      executor,
      corsOrigins,
      landingPage: { title: "An Sinh", sandbox: hasExplorer, exampleQuery: firstQuery },
    });
  const announce = (url: string) => console.log(welcome(url, settings));
  return serve({ host, port, workers, logger, prepare, createServer, announce });
});
