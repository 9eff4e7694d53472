import { createRateLimits } from "@an-sinh/server/rate-limits";
import { documentsIn } from "@an-sinh/server/trusted-documents";
import { parse } from "graphql";
import { indexInBackground, LookUps } from "./access-log/look-ups.js";
import { withAccessLog } from "./access-log/with-access-log.js";
import { openReadLog } from "./audit/open-read-log.js";
import { SharedSources, type Subgraph } from "./data-sources/shared-sources.js";
import type { ReadRecorder } from "./execution/run/read-recorder.js";
import { Observation } from "./observation/observation.js";
import { ResponseCache } from "./response-cache/response-cache.js";
import { createSupergraphGateway } from "./supergraph-gateway.js";
import type { GatewayOptions, GatewayServer, NextSupergraph, ServingOptions } from "./gateway-options.js";
import { serveGraph } from "./serve-graph.js";

/** Builds a gateway over any supergraph, with GraphQL at `/` and `/graphql`. It does not listen yet. */
export async function createGateway({ audit, ...options }: GatewayOptions): Promise<GatewayServer> {
  if (!audit) return createRecording(options, undefined);
  if (options.executor === "stock") throw new Error("Expected no access log with EXECUTOR=stock");
  const { logger } = options;
  const { folder, key, olderKeys = [], now } = audit;
  const lookUps = new LookUps({ folder, keys: key === null ? [] : [key, ...olderKeys], now });
  const log = await openReadLog({ ...audit, onFileEnd: indexInBackground(lookUps, logger) }, logger);
  const close = () => log.close().finally(() => lookUps.close());
  try {
    const gateway = await createRecording(options, { lookUps, recorder: log.recorder });
    return { ...gateway, close: () => gateway.close().finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Recording {
  readonly lookUps: LookUps;
  readonly recorder: ReadRecorder;
}

async function createRecording(
  options: ServingOptions,
  recording: Recording | undefined,
): Promise<GatewayServer> {
  const { redisUrl, logger, responseCache } = options;
  if (responseCache && options.executor === "stock")
    throw new Error("Expected no response cache with EXECUTOR=stock");
  const rateLimits = createRateLimits({ redisUrl, logger });
  const responses = responseCache && new ResponseCache({ ...responseCache, redisUrl, logger });
  const shared = new SharedSources();
  const observation = new Observation({
    logger: options.logger,
    meters: options.meters,
    tracing: options.tracing,
    ownDocuments: ownDocuments(options),
  });
  const hooks = observation.hooksWith(options.hooks);
  const recorder = observation.recorder(recording?.recorder);
  const createGraph = ({ supergraphSdl, isChecked, sourceFor }: NextSupergraph) => {
    const makeSource = responses ? (subgraph: Subgraph) => responses.around(sourceFor(subgraph)) : sourceFor;
    const composed = parse(supergraphSdl, { noLocation: true });
    const own = { ...options, supergraphSdl, composed, isChecked, sourceFor: shared.via(makeSource) };
    return createSupergraphGateway({
      ...withAccessLog(own, recording?.lookUps),
      releaseSource: (source) => shared.release(source),
      rateLimits,
      hooks,
      recorder,
      keepsResponses: responses !== undefined,
    });
  };
  const close = async () => {
    responses?.close();
    await rateLimits.close();
  };
  try {
    const gateway = await serveGraph(options, createGraph, observation, responses);
    return { ...gateway, close: () => gateway.close().finally(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The documents of the operator. */
const ownDocuments = ({ trustedDocuments, reportsFolder }: ServingOptions): readonly string[] => [
  ...(trustedDocuments?.byHash.values() ?? []),
  ...(reportsFolder === undefined ? [] : documentsIn(reportsFolder, () => {})),
];
