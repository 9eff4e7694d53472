import type { FastifyInstance } from "fastify";
import type { AllowedHosts } from "./allowed-hosts.js";
import type { AllowedOrigins } from "./allowed-origins.js";
import type { IdentifiedContext } from "./apollo-plugins.js";
import { answerOperations, type AnsweringOptions, type AddRoutes } from "./answer-operation.js";
import { graphQLHandler } from "./graphql-handler.js";
import { createHttpServer, listen } from "./http-server.js";
import { alwaysReady, type Readiness } from "./health/readiness.js";
import type { LandingPage } from "./landing-page.js";
import type { ObserveRequest } from "./observation/answered-request.js";
import { measuring, type ServerMetricsOptions } from "./metrics/server-metrics.js";
import { noTrustedDocuments, PersistedQueries, type TrustedDocuments } from "./persisted-queries.js";
import { ReplaceableGraph } from "./replaceable-graph.js";
import type { LoadLimits } from "./request-load.js";
import type { RequestGuard } from "./request-guard.js";
import { RequestAbandonedError, ActiveRequests, type RequestInfo } from "./request-info.js";
import { RunningGraph, type GraphRules, type ServedGraph } from "./running-graph.js";
import { ServingState } from "./serving-state.js";
import type { ServedText } from "./served-texts.js";
import type { StaticPages } from "./static-pages.js";
import { UnusedConnections } from "./unused-connections.js";
import type { WarmUp } from "./warm-up.js";

export interface GraphQLServerOptions<Context extends IdentifiedContext>
  extends ServedGraph<Context>, GraphRules {
  /**
   * Makes the context of a request. Apollo Server 5.5.1 hands the executor a shallow copy with the same prototype, so
   * a class must not have `#private` members. Test: packages/server/test/graphql-server.test.ts.
   */
  readonly createContext: (request: RequestInfo) => Context | Promise<Context>;
  /** Default: `/graphql`. */
  readonly paths?: readonly string[];
  /** Default: none. A browser then gets an error, like any client that does not send GraphQL. */
  readonly landingPage?: LandingPage | undefined;
  /** Pages that are served beside it. Default: none. */
  readonly pages?: readonly StaticPages[];
  /** Texts that are served beside it. Default: none. */
  readonly texts?: readonly ServedText[];
  /** Sites whose pages may read the answers. Default: none. */
  readonly corsOrigins?: AllowedOrigins;
  /** The proxies that are believed about the addresses of clients. Default: none. */
  readonly trustedProxies?: readonly string[];
  /** Default: any. */
  readonly allowedHosts?: AllowedHosts;
  /** Default: none, and any operation runs. */
  readonly trustedDocuments?: TrustedDocuments | undefined;
  /** Default: 1 MiB. */
  readonly bodyLimitBytes?: number;
  /** How long a request may take to arrive, with its headers and its body. Default: 30 s. */
  readonly arrivalTimeoutMs?: number;
  /** Default: `JSON.parse`. It throws where the text is no JSON. It may make an object of a class of a number. */
  readonly parseJson?: (text: string) => unknown;
  /** How long `close` waits for requests that have begun. Default: 10 s. */
  readonly drainTimeoutMs?: number;
  /** Default: every request is answered. */
  readonly guard?: RequestGuard;
  /** How many requests are taken. /health always is. Default: any number. */
  readonly load?: LoadLimits | undefined;
  /** Is told of each request when its answer leaves. */
  readonly observe?: ObserveRequest<Context> | undefined;
  /** Where the server counts its requests. Undefined: it does not. */
  readonly metrics?: ServerMetricsOptions | undefined;
  /** Default: it is always ready. */
  readonly readiness?: () => Readiness;
  /** What /health says beside the status. */
  readonly describeHealth?: () => Readonly<Record<string, unknown>>;
  /** Adds paths whose answers are made of those of operations. Default: there are none. */
  readonly addRoutes?: AddRoutes | undefined;
}

export interface GraphQLServer {
  readonly fastify: FastifyInstance;
  readonly state: ServingState;
  /** Port 0 means a free one. */
  listen(address: { readonly host: string; readonly port: number }): Promise<{ url: string; port: number }>;
  /** Reads anew what can change while the server runs. It does not reject. Undefined: nothing can. */
  reload?(): Promise<void>;
  /** Takes no new requests, waits for those that have begun, then releases what the server holds. */
  close(): Promise<void>;
}

/** A server whose graph can be replaced. */
export interface ReplaceableServer<Context extends IdentifiedContext> extends GraphQLServer {
  /**
   * Serves another graph from now on, with the given operations made ready before. Requests that have begun are answered
   * by the one that they began with, which is released then. Rejects where the other one cannot be served.
   */
  replaceGraph(next: ServedGraph<Context>, warmUps?: Iterable<WarmUp>): Promise<void>;
  /** Has operations ready before they are asked for, while others are answered. It ends early where the server closes. */
  warm(operations: Iterable<WarmUp>): Promise<void>;
}

/** Builds an HTTP server for a graph. It does not listen yet. */
export async function createGraphQLServer<Context extends IdentifiedContext>(
  options: GraphQLServerOptions<Context>,
): Promise<ReplaceableServer<Context>> {
  const state = new ServingState();
  const activeRequests = new ActiveRequests();
  const graphs = new ReplaceableGraph(await RunningGraph.start(options, options), options.logger);
  const measured = options.metrics && measuring(options.metrics, () => graphs.current, options.observe);
  const fastify = await createFastify({ ...options, ...measured }, graphs, state, activeRequests);
  const unused = new UnusedConnections(fastify.server);
  return {
    fastify,
    state,
    listen: (address) => listen(fastify, address),
    replaceGraph: async (next, warmUps = []) => {
      graphs.replace(await RunningGraph.startWarm(next, options, warmUps));
    },
    warm: (operations) => graphs.current.warm(operations),
    close: async () => {
      state.drain();
      const drainTimer = setTimeout(() => {
        activeRequests.abort(new RequestAbandonedError("The server is stopping."));
        fastify.server.closeAllConnections();
      }, options.drainTimeoutMs ?? 10_000);
      await unused.closeUntil(fastify.close()).finally(() => clearTimeout(drainTimer));
      await graphs.stop();
    },
  };
}

async function createFastify<Context extends IdentifiedContext>(
  options: GraphQLServerOptions<Context> & { readonly onShed?: () => void },
  graphs: ReplaceableGraph<Context>,
  state: ServingState,
  activeRequests: ActiveRequests,
): Promise<FastifyInstance> {
  const { logger, landingPage, corsOrigins = [], pages = [] } = options;
  const { paths = ["/graphql"], parseJson = JSON.parse } = options;
  const answering: Omit<AnsweringOptions<Context>, "persisted"> = {
    currentGraph: () => graphs.current,
    createContext: async (request, reply) => options.createContext(activeRequests.enter(request, reply)),
    observe: options.observe,
  };
  const persisted = new PersistedQueries(options.trustedDocuments ?? noTrustedDocuments, logger);
  const answer = answerOperations({ ...answering, persisted });
  const handler = graphQLHandler({ answer, state, parseJson, landingPage, pages, corsOrigins });
  const { bodyLimitBytes = 1024 * 1024, arrivalTimeoutMs = 30_000, trustedProxies = [] } = options;
  const fastify = await createHttpServer({
    guard: options.guard,
    load: options.load,
    onShed: options.onShed,
    logger,
    bodyLimitBytes,
    arrivalTimeoutMs,
    corsOrigins,
    allowedHosts: options.allowedHosts,
    hasLandingPage: landingPage !== undefined,
    pages,
    texts: options.texts ?? [],
    trustedProxies,
    paths,
    parseJson,
    handler,
    state,
    observe: options.observe,
    readiness: options.readiness ?? alwaysReady,
    describeHealth: options.describeHealth,
  });
  // Their operations are the server's own, and trusted as such.
  options.addRoutes?.(fastify, answerOperations({ ...answering, persisted: ownDocuments }));
  return fastify;
}

const ownDocuments: Pick<PersistedQueries, "find"> = { find: (asked) => ({ asked, keep: () => {} }) };
