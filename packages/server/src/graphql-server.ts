import type { AllowedHosts } from "./allowed-hosts.js";
import type { AllowedOrigins } from "./allowed-origins.js";
import { ApolloServer } from "@apollo/server";
import type { FastifyInstance } from "fastify";
import type { GraphQLFormattedError, ValidationRule } from "graphql";
import { requestIdPlugin, standardPlugins, type IdentifiedContext } from "./apollo-plugins.js";
import { DirectAnswers } from "./direct-answers.js";
import { toApolloGateway, type ExecutableGraph } from "./executable-graph.js";
import { graphQLHandler } from "./graphql-handler.js";
import { createHttpServer, listen } from "./http-server.js";
import type { LandingPage } from "./landing-page.js";
import type { Logger } from "./logger.js";
import { noTrustedDocuments, PersistedQueries, type TrustedDocuments } from "./persisted-queries.js";
import { presentError } from "./present-error.js";
import type { RequestGuard } from "./request-guard.js";
import { RequestAbandonedError, ActiveRequests, type RequestInfo } from "./request-info.js";
import { noIntrospection, withoutSuggestion } from "./no-introspection.js";

export interface GraphQLServerOptions<Context extends IdentifiedContext> {
  readonly graph: ExecutableGraph;
  /**
   * Makes the context of a request. Apollo Server 5.5.1 hands the executor a shallow copy with the same prototype, so
   * a class must not have `#private` members. Test: packages/server/test/graphql-server.test.ts.
   */
  readonly createContext: (request: RequestInfo) => Context | Promise<Context>;
  readonly logger: Logger;
  /** Whether a client may read the schema. If not, errors do not suggest names either. */
  readonly introspection: boolean;
  /** Default: `/graphql`. */
  readonly paths?: readonly string[];
  /** Default: none. A browser then gets an error, like any client that does not send GraphQL. */
  readonly landingPage?: LandingPage | undefined;
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
  /** Default: `JSON.parse`. It throws where the text is no JSON. It may make an object of a class of a number. */
  readonly parseJson?: (text: string) => unknown;
  /** How long `close` waits for requests that have begun. Default: 10 s. */
  readonly drainTimeoutMs?: number;
  /** Default: every request is answered. */
  readonly guard?: RequestGuard;
  /**
   * Called with the number of its characters before a document is parsed that was not answered before. Where it rejects,
   * the document is not parsed. Default: any is parsed.
   */
  readonly admitDocument?: ((context: Context, characters: number) => Promise<void>) | undefined;
  readonly validationRules?: readonly ValidationRule[];
  /** How many tokens a document may have. Default: no limit. */
  readonly maxTokens?: number | undefined;
  /** What a client gets for an error. Undefined: what `presentError` makes of it. */
  readonly formatError?: (error: unknown) => GraphQLFormattedError | undefined;
}

export interface GraphQLServer {
  readonly fastify: FastifyInstance;
  /** Port 0 means a free one. */
  listen(address: { readonly host: string; readonly port: number }): Promise<{ url: string; port: number }>;
  /** Takes no new requests, waits for those that have begun, then releases what the server holds. */
  close(): Promise<void>;
}

/** Builds an HTTP server for a graph. It does not listen yet. */
export async function createGraphQLServer<Context extends IdentifiedContext>(
  options: GraphQLServerOptions<Context>,
): Promise<GraphQLServer> {
  const direct = new DirectAnswers(toApolloGateway(options.graph), formatterOf(options));
  const apollo = createApollo(options, direct);
  await apollo.start();
  const activeRequests = new ActiveRequests();
  const { logger, landingPage, corsOrigins = [], paths = ["/graphql"], parseJson = JSON.parse } = options;
  const handler = graphQLHandler<Context>({
    apollo,
    direct,
    persisted: new PersistedQueries(options.trustedDocuments ?? noTrustedDocuments, logger),
    createContext: async (request, reply) => options.createContext(activeRequests.enter(request, reply)),
    admitDocument: options.admitDocument,
    parseJson,
    landingPage,
    corsOrigins,
  });
  const { bodyLimitBytes = 1024 * 1024, trustedProxies = [] } = options;
  const fastify = await createHttpServer({
    guard: options.guard,
    logger,
    bodyLimitBytes,
    corsOrigins,
    allowedHosts: options.allowedHosts,
    hasLandingPage: landingPage !== undefined,
    trustedProxies,
    paths,
    parseJson,
    handler,
  });
  return {
    fastify,
    listen: (address) => listen(fastify, address),
    close: async () => {
      const drainTimer = setTimeout(() => {
        activeRequests.abort(new RequestAbandonedError("The server is stopping"));
        fastify.server.closeAllConnections();
      }, options.drainTimeoutMs ?? 10_000);
      await fastify.close().finally(() => clearTimeout(drainTimer));
      await apollo.stop();
    },
  };
}

type FormatError = (error: unknown, requestId: string | undefined) => GraphQLFormattedError;

function formatterOf({
  formatError,
  logger,
  introspection,
}: Pick<GraphQLServerOptions<IdentifiedContext>, "formatError" | "logger" | "introspection">): FormatError {
  const format: FormatError = (error, requestId) =>
    formatError?.(error) ?? presentError(error, { requestId, logger });
  return introspection ? format : (error, requestId) => withoutSuggestion(format(error, requestId));
}

function createApollo<Context extends IdentifiedContext>(
  options: GraphQLServerOptions<Context>,
  direct: DirectAnswers,
): ApolloServer<IdentifiedContext> {
  const { introspection, logger, validationRules = [], maxTokens } = options;
  const requestIds = new WeakMap<object, string>();
  const format = formatterOf(options);
  return new ApolloServer<IdentifiedContext>({
    gateway: direct.gateway,
    // `noIntrospection` refuses it where it is off.
    introspection: true,
    logger,
    // Without it, Apollo Server reads NODE_ENV. What depends on it is set here.
    nodeEnv: "production",
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // `PersistedQueries` puts the document in the place of its hash before.
    persistedQueries: false,
    // `DirectAnswers` keeps documents. Apollo Server 5.5.1 takes one with a comment of 900 kB for a small one.
    // Test: gateway/test/memory.test.ts.
    documentStore: null,
    plugins: [...standardPlugins(), requestIdPlugin(requestIds)],
    validationRules: introspection ? [...validationRules] : [noIntrospection, ...validationRules],
    parseOptions: { maxTokens },
    formatError: (_formatted: GraphQLFormattedError, error: unknown) =>
      format(error, requestIdFor(requestIds, error)),
  });
}

function requestIdFor(requestIds: WeakMap<object, string>, error: unknown): string | undefined {
  return typeof error === "object" && error !== null ? requestIds.get(error) : undefined;
}
