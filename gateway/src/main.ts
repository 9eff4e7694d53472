import { createLogger } from "@an-sinh/server/logger";
import { run } from "@an-sinh/server/run";
import { HttpDataSource } from "./data-sources/http-data-source.js";
import { readGatewaySettings } from "./env.js";
import { createGateway } from "./gateway.js";

await run(async () => {
  const settings = readGatewaySettings();
  const { host, port, hasExplorer, supergraphSdl, subgraphTimeoutMs: timeoutMs, sharesQueries } = settings;
  const urls = new Map(settings.subgraphs.map(({ name, url }) => [name, url]));
  const gateway = await createGateway({
    supergraphSdl,
    sourceFor: ({ name, url }) =>
      new HttpDataSource({ name, url: urls.get(name) ?? url, timeoutMs, sharesQueries }),
    logger: createLogger(settings.logLevel),
    introspection: settings.introspection,
    executor: settings.executor,
    corsOrigins: settings.corsOrigins,
    landingPage: { title: "GraphQL gateway", sandbox: hasExplorer },
  });
  const { url } = await gateway.listen({ host, port });
  console.log(`GraphQL endpoint: ${url}/graphql`);
  console.log(`Explorer:         ${hasExplorer ? `${url}/` : "off"}`);
  return gateway;
});
