import { createLogger } from "@an-sinh/kit/http/logger";
import { run } from "@an-sinh/kit/http/run";
import { sandboxOrigins } from "@an-sinh/kit/http/landing-page";
import { prepareSample } from "@an-sinh/sample/prepare-sample";
import { closeDatabases, openDatabases, sqliteLocations } from "./databases.js";
import { createEmbeddedGraph } from "./embedded-graph.js";
import { readEmbeddedSettings } from "./env.js";
import { checkPort } from "./check-port.js";
import { firstQuery, welcome } from "./welcome.js";

await run(async () => {
  const { HOST: host, PORT: port, DATA_DIR, NODE_ENV, LOG_LEVEL } = readEmbeddedSettings();
  const isProduction = NODE_ENV === "production";
  await checkPort(host, port);
  const databases = await openDatabases(sqliteLocations(DATA_DIR));
  try {
    await prepareSample(databases);
    const graph = await createEmbeddedGraph(databases, {
      logger: createLogger(LOG_LEVEL),
      introspection: !isProduction,
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
