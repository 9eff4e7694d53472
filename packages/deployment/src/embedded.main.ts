import { prepareSample } from "@an-sinh/sample/prepare-sample";
import { sandboxOrigins } from "@an-sinh/server/landing-page";
import { createLogger } from "@an-sinh/server/logger";
import { run } from "@an-sinh/server/run";
import { checkPort } from "./check-port.js";
import { closeDatabases, databaseLocations, openDatabases, sampleTargets } from "./databases.js";
import { createEmbeddedGraph } from "./embedded-graph.js";
import { readGraphSettings } from "./env.js";
import { firstQuery, welcome } from "./welcome.js";

await run(async () => {
  const { host, port, isProduction, logLevel, executor, databases: databaseSettings } = readGraphSettings();
  await checkPort(host, port);
  const databases = await openDatabases(await databaseLocations(databaseSettings));
  try {
    await prepareSample(sampleTargets(databases));
    const graph = await createEmbeddedGraph(databases, {
      logger: createLogger(logLevel),
      introspection: !isProduction,
      executor,
      corsOrigins: isProduction ? [] : sandboxOrigins,
      landingPage: { title: "An Sinh", sandbox: !isProduction, exampleQuery: firstQuery },
    });
    const { url } = await graph.listen({ host, port });
    console.log(welcome(url, !isProduction));
    return graph;
  } catch (error) {
    await closeDatabases(databases);
    throw error;
  }
});
