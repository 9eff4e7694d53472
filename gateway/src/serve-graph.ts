import { setImmediate } from "node:timers/promises";
import {
  createGraphQLServer,
  type GraphQLServerOptions,
  type ReplaceableServer,
} from "@an-sinh/server/graphql-server";
import { anonymous } from "@an-sinh/server/caller";
import type { ServedGraph } from "@an-sinh/server/running-graph";
import { callerKey } from "./caller-key.js";
import { consoleTexts } from "./console-geometry.js";
import { presentGatewayError } from "./errors/present-gateway-error.js";
import { toWarmUps } from "./execution/warm-ups.js";
import { GatewayRequest, type Identify } from "./gateway-request.js";
import { Observation } from "./observation/observation.js";
import { gatewayReadiness } from "./observation/gateway-readiness.js";
import { inputLimitsRule } from "./limits/input-limits.js";
import { pageTexts } from "./pages.js";
import { ServedReports } from "./reports/served-reports.js";
import type { ResponseCache } from "./response-cache/response-cache.js";
import { defaultAnswerLimits } from "./responses/answer-budget.js";
import { ResponseMemory } from "./responses/response-memory.js";
import { defaultQueryLimits, queryLimitsRule } from "./limits/query-limits.js";
import { schemaTexts } from "./schema-texts.js";
import { parseExactJson } from "./responses/exact-json.js";
import type { SupergraphGateway } from "./supergraph-gateway.js";
import { SupergraphError } from "./supergraph/subgraph-locations.js";
import { SupergraphState } from "./supergraph/supergraph-state.js";
import type { GatewayServer, NextSupergraph, ServingOptions } from "./gateway-options.js";

/** Serves a graph until another one that `createGraph` makes takes its place. */
export async function serveGraph(
  options: ServingOptions,
  createGraph: (next: NextSupergraph) => SupergraphGateway,
  observation: Observation,
  responses?: ResponseCache,
): Promise<GatewayServer> {
  const { expectedDocuments = [], warmsReports = false } = options;
  const supergraph = new SupergraphState(options.supergraphSdl);
  let graph = createGraph(options);
  let warming = Promise.resolve();
  const logFailure = ({ stack }: Error) =>
    options.logger.error({ stack }, "Operations could not be made ready before they are asked for.");
  const subgraphStates = () => graph.subgraphStates();
  observation.watch({ supergraph, subgraphStates, programs: () => graph.programs(), responses });
  const readiness = () => gatewayReadiness(subgraphStates(), options.databases);
  const describeHealth = () => ({ supergraph: supergraph.describe() });
  const reports = new ServedReports({
    folder: options.reportsFolder,
    mostRequests: options.load?.mostUnderWay,
    idleMs: options.reportIdleMs,
    logger: options.logger,
    corsOrigins: options.corsOrigins ?? [],
    callerKeyOf: async ({ headers, id: requestId, ip: address }) =>
      callerKey({ caller: await identifyWith(options)({ headers, requestId }), address }),
  });
  const server = await createServer(options, observation, {
    ...toServed(graph),
    texts: [
      ...pageTexts(options.pages ?? []),
      ...schemaTexts(options, { apiSdl: () => graph.apiSdl(), reports: () => reports.documents() }),
      ...consoleTexts(options),
    ],
    readiness,
    describeHealth,
    addRoutes: reports.routes(),
  }).catch(refuse);
  await reports.read(graph.facts());
  const ofReports = () => (warmsReports ? [...reports.documents(), ...reports.choices()] : []);
  const expected = () => new Set([...expectedDocuments, ...ofReports()]);
  const replace = async (next: NextSupergraph) => {
    const following = createGraph(next);
    // Requests are answered in between.
    await setImmediate();
    const used = [...graph.mostUsed(mostWarmed), ...following.expected(expected())];
    const warmUps = toWarmUps(used, following.prepare);
    await server.replaceGraph(toServed(following), warmUps);
    graph = following;
    await reports.read(graph.facts());
  };
  return {
    ...server,
    listen: async (address) => {
      const bound = await server.listen(address);
      warming = server.warm(toWarmUps(graph.expected(expected()), graph.prepare)).catch(logFailure);
      return bound;
    },
    whenWarm: () => warming,
    ...(options.reportsFolder !== undefined && { reload: () => reports.read(graph.facts()) }),
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

const identifyWith = ({ identify }: Pick<ServingOptions, "identify">): Identify =>
  identify ?? (async () => anonymous);

const toServed = (graph: SupergraphGateway): ServedGraph<GatewayRequest> => ({
  graph,
  admitDocument: graph.admitDocument,
  release: () => graph.closeSources(),
});

function createServer(
  options: ServingOptions,
  observation: Observation,
  served: ServedGraph<GatewayRequest> &
    Pick<GraphQLServerOptions<GatewayRequest>, "readiness" | "describeHealth" | "texts" | "addRoutes">,
): Promise<ReplaceableServer<GatewayRequest>> {
  const { logger, introspection, corsOrigins, landingPage, limits = defaultQueryLimits } = options;
  const { requestTimeoutMs = 30_000 } = options;
  const identify = identifyWith(options);
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
    pages: options.pages ?? [],
    allowedHosts: options.allowedHosts,
    load: options.load,
    paths: ["/graphql", "/"],
    createContext: async (request) => {
      const deadline = performance.now() + requestTimeoutMs - request.waitedMs;
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
