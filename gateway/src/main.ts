import { createLogger } from "@an-sinh/server/logger";
import { run } from "@an-sinh/server/run";
import { serve } from "@an-sinh/server/serve";
import { HttpDataSource } from "./data-sources/http-data-source.js";
import { readGatewaySettings } from "./env.js";
import { createGateway } from "./gateway.js";
import { createIdentify } from "./identity/identify.js";

await run(async () => {
  const settings = readGatewaySettings();
  const { host, port, workers, drainDelayMs, hasExplorer, supergraphSdl } = settings;
  const subgraphs = new Map(settings.subgraphs.map((subgraph) => [subgraph.name, subgraph]));
  const { subgraphTimeoutMs: timeoutMs, callLimits: limits, sharesQueries, checksKeys } = settings;
  const logger = createLogger(settings.logLevel);
  const calls = { timeoutMs, sharesQueries, checksKeys, limits, logger };
  const identify = createIdentify(settings.identity, logger);
  const createServer = () =>
    createGateway({
      supergraphSdl,
      sourceFor: ({ name, url }) => new HttpDataSource({ name, url, ...subgraphs.get(name), ...calls }),
      requestTimeoutMs: settings.requestTimeoutMs,
      load: settings.load,
      logger,
      identify,
      introspection: settings.introspection,
      executor: settings.executor,
      onUnauthorized: settings.onUnauthorized,
      costBudgets: settings.costBudgets,
      answerLimits: settings.answerLimits,
      heldResponseBytes: settings.heldResponseBytes,
      redisUrl: settings.redisUrl,
      trustedProxies: settings.trustedProxies,
      audit: settings.audit,
      trustedDocuments: settings.trustedDocuments,
      corsOrigins: settings.corsOrigins,
      allowedHosts: settings.allowedHosts,
      landingPage: { title: "GraphQL gateway", sandbox: hasExplorer },
    });
  const announce = (url: string) => {
    console.log(`GraphQL endpoint: ${url}/graphql`);
    console.log(`Explorer:         ${hasExplorer ? `${url}/` : "off"}`);
    const issuer = settings.identity?.issuer;
    console.log(`Sign-in:          ${issuer ? `tokens of ${issuer}` : "off, because JWKS is not set"}`);
    if (workers > 1) console.log(`Processes:        ${workers}`);
  };
  return serve({ host, port, workers, drainDelayMs, logger, createServer, announce });
});
