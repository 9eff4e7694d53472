import { createLogger } from "@an-sinh/server/logger";
import type { Meters } from "@an-sinh/server/metrics/meters";
import { run } from "@an-sinh/server/run";
import { serve } from "@an-sinh/server/serve";
import { createTracing } from "@an-sinh/server/tracing/create-tracing";
import { HttpDataSource } from "./data-sources/http-data-source.js";
import { readGatewaySettings, readNextSettings } from "./env.js";
import { createGateway } from "./gateway.js";
import { createIdentify } from "./identity/identify.js";
import type { CalledSubgraph } from "./subgraph-settings.js";
import { toGatewayOptions } from "./serving-settings.js";
import { createSupergraphSource } from "./supergraph/supergraph-source.js";
import { watchSupergraph } from "./supergraph/watch-supergraph.js";

await run(async () => {
  const settings = await readGatewaySettings();
  const { host, port, workers, drainDelayMs, metrics, hasExplorer } = settings;
  const { subgraphTimeoutMs: timeoutMs, callLimits: limits, sharesQueries, checksKeys } = settings;
  const logger = createLogger(settings.logLevel);
  const calls = { timeoutMs, sharesQueries, checksKeys, limits, logger };
  const identify = createIdentify(settings.identity, logger);
  /** The supergraph, with the subgraphs as the settings say where they are. */
  const toSupergraph = (supergraphSdl: string, called: readonly CalledSubgraph[]) => {
    const subgraphs = new Map(called.map((subgraph) => [subgraph.name, subgraph]));
    const sourceFor = ({ name, url }: { readonly name: string; readonly url: string }) =>
      new HttpDataSource({ name, url, ...subgraphs.get(name), ...calls });
    return { supergraphSdl, sourceFor };
  };
  const createServer = async (meters: Meters | undefined) => {
    const tracing = await createTracing(settings.tracing, "gateway");
    const gateway = await createGateway({
      ...toSupergraph(settings.supergraphSdl, settings.subgraphs),
      ...toGatewayOptions(settings),
      logger,
      identify,
      heldResponseBytes: settings.heldResponseBytes,
      audit: settings.audit,
      landingPage: { title: "GraphQL gateway", sandbox: hasExplorer },
      meters,
      tracing,
    });
    const watched = watchSupergraph(gateway, {
      source: createSupergraphSource(settings.supergraphLocation),
      pollMs: settings.supergraphPollMs,
      toNext: (sdl) => toSupergraph(sdl, readNextSettings(sdl, settings)),
      logger,
    });
    return { ...watched, close: () => watched.close().finally(() => tracing?.close()) };
  };
  const announce = (url: string) => {
    console.log(`GraphQL endpoint: ${url}/graphql`);
    console.log(`Explorer:         ${hasExplorer ? `${url}/` : "off"}`);
    const issuer = settings.identity?.issuer;
    console.log(`Sign-in:          ${issuer ? `tokens of ${issuer}` : "off, because JWKS is not set"}`);
    if (workers > 1) console.log(`Processes:        ${workers}`);
    for (const unused of settings.unusedSettings) logger.warn(unused);
  };
  return serve({ host, port, workers, drainDelayMs, metrics, logger, createServer, announce });
});
