import { prepareSample } from "@an-sinh/sample/prepare-sample";
import { createLogger } from "@an-sinh/server/logger";
import { run } from "@an-sinh/server/run";
import { checkPort } from "./check-port.js";
import { closeDatabases, databaseLocations, openDatabases, sampleTargets } from "./databases.js";
import { createEmbeddedGraph } from "./embedded-graph.js";
import { readGraphSettings } from "./env.js";
import { firstQuery, welcome } from "./welcome.js";

await run(async () => {
  const settings = readGraphSettings();
  const { host, port, introspection, hasExplorer, executor, corsOrigins } = settings;
  await checkPort(host, port);
  if (settings.sharesQueries) console.log("SHARE_QUERIES has no effect here: it is for subgraphs on HTTP.");
  const databases = await openDatabases(await databaseLocations(settings.databases));
  try {
    await prepareSample(sampleTargets(databases));
    const graph = await createEmbeddedGraph(databases, {
      logger: createLogger(settings.logLevel),
      timeoutMs: settings.subgraphTimeoutMs,
      introspection,
      executor,
      corsOrigins,
      landingPage: { title: "An Sinh", sandbox: hasExplorer, exampleQuery: firstQuery },
    });
    const { url } = await graph.listen({ host, port });
    console.log(welcome(url, settings));
    return graph;
  } catch (error) {
    await closeDatabases(databases);
    throw error;
  }
});
