import { setImmediate } from "node:timers/promises";
import type { AllowedHosts } from "@an-sinh/server/allowed-hosts";
import type { AllowedOrigins } from "@an-sinh/server/allowed-origins";
import type { LandingPage } from "@an-sinh/server/landing-page";
import {
  createGraphQLServer,
  type GraphQLServer,
  type GraphQLServerOptions,
  type ReplaceableServer,
} from "@an-sinh/server/graphql-server";
import { anonymous } from "@an-sinh/server/caller";
import type { TrustedDocuments } from "@an-sinh/server/persisted-queries";
import type { LoadLimits } from "@an-sinh/server/load-estimate";
import type { PartState } from "@an-sinh/server/health/readiness";
import type { Meters } from "@an-sinh/server/metrics/meters";
import { createRateLimits } from "@an-sinh/server/rate-limits";
import type { ServedGraph } from "@an-sinh/server/running-graph";
import type { Tracing } from "@an-sinh/server/tracing/tracing";
import { indexInBackground, LookUps } from "./access-log/look-ups.js";
import { withAccessLog } from "./access-log/with-access-log.js";
import { openReadLog, type AuditOptions } from "./audit/open-read-log.js";
import { SharedSources } from "./data-sources/shared-sources.js";
import { presentGatewayError } from "./errors/present-gateway-error.js";
import type { ReadRecorder } from "./execution/run/read-recorder.js";
import { toWarmUps } from "./execution/warm-ups.js";
import { GatewayRequest, type Identify } from "./gateway-request.js";
import { Observation } from "./observation/observation.js";
import { gatewayReadiness } from "./observation/gateway-readiness.js";
import { inputLimitsRule } from "./limits/input-limits.js";
import { defaultAnswerLimits } from "./responses/answer-budget.js";
import { ResponseMemory } from "./responses/response-memory.js";
import { defaultQueryLimits, queryLimitsRule, type QueryLimits } from "./limits/query-limits.js";
import type { SubgraphState } from "./resilience/subgraph-state.js";
import { parseExactJson } from "./responses/exact-json.js";
import {
  createSupergraphGateway,
  type SupergraphGateway,
  type SupergraphOptions,
} from "./supergraph-gateway.js";
import { SupergraphError } from "./supergraph/subgraph-locations.js";
import { SupergraphState } from "./supergraph/supergraph-state.js";

export interface GatewayOptions extends Omit<SupergraphOptions, "rateLimits" | "recorder" | "releaseSource"> {
  readonly introspection: boolean;
  readonly limits?: QueryLimits;
  /** Where the processes of a gateway count together what callers ask. Undefined: each counts for itself. */
  readonly redisUrl?: string | undefined;
  /** The proxies that are believed about the addresses of clients. Default: none. */
  readonly trustedProxies?: readonly string[];
  /** Default: none, and any operation runs. */
  readonly trustedDocuments?: TrustedDocuments | undefined;
  readonly corsOrigins?: AllowedOrigins;
  /** Default: any. */
  readonly allowedHosts?: AllowedHosts;
  readonly landingPage?: LandingPage | undefined;
  /** What responses of subgraphs on HTTP may hold at once. Default: see response-memory.ts. */
  readonly heldResponseBytes?: number;
  /** How long all fetches of a request may take together. Default: 30 s. */
  readonly requestTimeoutMs?: number;
  /** How many requests are taken. Default: any number. */
  readonly load?: LoadLimits | undefined;
  /** Default: every client is anonymous. */
  readonly identify?: Identify;
  /** Undefined: nothing is measured. */
  readonly meters?: Meters | undefined;
  /** Undefined: nothing is traced. */
  readonly tracing?: Tracing | undefined;
  /** Documents whose operations are made ready once the gateway listens. Default: none. */
  readonly expectedDocuments?: readonly string[] | undefined;
  /** How the databases of subgraphs in this process are. Default: there are none. */
  readonly databases?: () => Readonly<Record<string, PartState>>;
  /** Where the access log is kept. Undefined: it is not kept. */
  readonly audit?: AuditOptions | undefined;
}

/** What takes the place of a supergraph. */
export type NextSupergraph = Pick<SupergraphOptions, "supergraphSdl" | "sourceFor">;

/** A gateway that knows how its subgraphs are, and whose supergraph can be replaced. */
export interface GatewayServer extends GraphQLServer {
  readonly supergraph: SupergraphState;
  /** Resolves when the expected operations are ready. Before it listens, nothing is expected. */
  whenWarm(): Promise<void>;
  /** Of each subgraph, as its calls show it. */
  subgraphStates(): readonly SubgraphState[];
  /**
   * Serves another supergraph from now on, with plans of the operations that were used most. Rejects where it cannot be
   * served: then the last one serves on. Whoever watches tells `supergraph`.
   */
  replaceSupergraph(next: NextSupergraph): Promise<void>;
}

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

type ServingOptions = Omit<GatewayOptions, "audit">;

async function createRecording(
  options: ServingOptions,
  recording: Recording | undefined,
): Promise<GatewayServer> {
  const rateLimits = createRateLimits({ redisUrl: options.redisUrl, logger: options.logger });
  const shared = new SharedSources();
  const observation = new Observation({
    logger: options.logger,
    meters: options.meters,
    tracing: options.tracing,
    trustedDocuments: options.trustedDocuments?.byHash.values() ?? [],
  });
  const hooks = observation.hooksWith(options.hooks);
  const recorder = observation.recorder(recording?.recorder);
  const createGraph = ({ supergraphSdl, sourceFor }: NextSupergraph) => {
    const own = { ...options, supergraphSdl, sourceFor: shared.via(sourceFor) };
    return createSupergraphGateway({
      ...withAccessLog(own, recording?.lookUps),
      releaseSource: (source) => shared.release(source),
      rateLimits,
      hooks,
      recorder,
    });
  };
  try {
    const gateway = await serveGraph(options, createGraph, observation);
    return { ...gateway, close: () => gateway.close().finally(() => rateLimits.close()) };
  } catch (error) {
    await rateLimits.close();
    throw error;
  }
}

async function serveGraph(
  options: ServingOptions,
  createGraph: (next: NextSupergraph) => SupergraphGateway,
  observation: Observation,
): Promise<GatewayServer> {
  const { expectedDocuments = [] } = options;
  const supergraph = new SupergraphState(options.supergraphSdl);
  let graph = createGraph(options);
  let warming = Promise.resolve();
  const logFailure = ({ stack }: Error) =>
    options.logger.error({ stack }, "Operations could not be made ready before they are asked for.");
  const subgraphStates = () => graph.subgraphStates();
  observation.watch({ supergraph, subgraphStates, programs: () => graph.programs() });
  const readiness = () => gatewayReadiness(subgraphStates(), options.databases);
  const describeHealth = () => ({ supergraph: supergraph.describe() });
  const server = await createServer(options, observation, {
    ...toServed(graph),
    readiness,
    describeHealth,
  }).catch(refuse);
  const replace = async (next: NextSupergraph) => {
    const following = createGraph(next);
    // Requests are answered in between.
    await setImmediate();
    const used = [...graph.mostUsed(mostWarmed), ...following.expected(expectedDocuments)];
    const warmUps = toWarmUps(used, following.prepare);
    await server.replaceGraph(toServed(following), warmUps);
    graph = following;
  };
  return {
    ...server,
    listen: async (address) => {
      const bound = await server.listen(address);
      warming = server.warm(toWarmUps(graph.expected(expectedDocuments), graph.prepare)).catch(logFailure);
      return bound;
    },
    whenWarm: () => warming,
    supergraph,
    subgraphStates,
    replaceSupergraph: (next) => replace(next).catch(refuse),
  };
}

/** A plan takes some milliseconds, in which nothing is answered. */
const mostWarmed = 100;

function refuse(error: unknown): never {
  throw new SupergraphError(error);
}

const toServed = (graph: SupergraphGateway): ServedGraph<GatewayRequest> => ({
  graph,
  admitDocument: graph.admitDocument,
  release: () => graph.closeSources(),
});

function createServer(
  options: ServingOptions,
  observation: Observation,
  served: ServedGraph<GatewayRequest> &
    Pick<GraphQLServerOptions<GatewayRequest>, "readiness" | "describeHealth">,
): Promise<ReplaceableServer<GatewayRequest>> {
  const { logger, introspection, corsOrigins, landingPage, limits = defaultQueryLimits } = options;
  const { identify = async () => anonymous, requestTimeoutMs = 30_000 } = options;
  const { answerLimits = defaultAnswerLimits } = options;
  const memory = new ResponseMemory(options.heldResponseBytes);
  return createGraphQLServer<GatewayRequest>({
    ...served,
    logger,
    introspection,
    corsOrigins: corsOrigins ?? [],
    trustedProxies: options.trustedProxies ?? [],
    trustedDocuments: options.trustedDocuments,
    landingPage,
    allowedHosts: options.allowedHosts,
    load: options.load,
    paths: ["/graphql", "/"],
    createContext: async (request) => {
      const deadline = performance.now() + requestTimeoutMs;
      const caller = await identify(request);
      const work = observation.begin(request, caller);
      return new GatewayRequest(request, caller, deadline, answerLimits, work, memory);
    },
    parseJson: parseExactJson,
    validationRules: [queryLimitsRule(limits), inputLimitsRule],
    maxTokens: limits.tokens,
    formatError: (error) => presentGatewayError(error, limits),
    observe: observation.observe,
    metrics: observation.metrics,
  });
}
