import { ApolloServer } from "@apollo/server";
import cors from "@fastify/cors";
import Fastify, { LogController, type FastifyInstance } from "fastify";
import type { GraphQLFormattedError, ValidationRule } from "graphql";
import { requestIdPlugin, standardPlugins, type IdentifiedContext } from "./apollo-plugins.js";
import { DirectAnswers } from "./direct-answers.js";
import { toApolloGateway, type ExecutableGraph } from "./executable-graph.js";
import { graphQLHandler } from "./graphql-handler.js";
import { jsonBody } from "./json-body.js";
import { toAnswerText } from "./json-text.js";
import type { LandingPage } from "./landing-page.js";
import type { Logger } from "./logger.js";
import { presentError } from "./present-error.js";
import { answerNotFound, answerRequestError, refusePrototype } from "./request-errors.js";
import { RequestAbandonedError, requestIdOf, ActiveRequests, type RequestInfo } from "./request-info.js";

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
  readonly corsOrigins?: readonly string[];
  /** Default: 1 MiB. */
  readonly bodyLimitBytes?: number;
  /** Default: `JSON.parse`. It throws where the text is no JSON. */
  readonly parseBody?: (text: string) => unknown;
  /** How long `close` waits for requests that have begun. Default: 10 s. */
  readonly drainTimeoutMs?: number;
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
  const fastify = createFastify(options);
  if (options.corsOrigins?.length) {
    await fastify.register(cors, {
      origin: [...options.corsOrigins],
      maxAge: 600,
      exposedHeaders: "x-request-id",
    });
  }
  fastify.get("/health", async () => ({ status: "ok" }));
  const handler = graphQLHandler(apollo, direct, async (request, reply) =>
    options.createContext(activeRequests.enter(request, reply)),
  );
  for (const url of pathsOf(options)) fastify.route({ method: ["GET", "POST"], url, handler });
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
}: Pick<GraphQLServerOptions<IdentifiedContext>, "formatError" | "logger">): FormatError {
  return (error, requestId) => formatError?.(error) ?? presentError(error, { requestId, logger });
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
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    logger,
    // Without it, Apollo Server reads NODE_ENV. What depends on it is set here.
    nodeEnv: "production",
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    plugins: [...standardPlugins(options.landingPage), requestIdPlugin(requestIds)],
    validationRules: [...validationRules],
    parseOptions: { maxTokens },
    stringifyResult: toAnswerText,
    formatError: (_formatted: GraphQLFormattedError, error: unknown) =>
      format(error, requestIdFor(requestIds, error)),
  });
}

function requestIdFor(requestIds: WeakMap<object, string>, error: unknown): string | undefined {
  return typeof error === "object" && error !== null ? requestIds.get(error) : undefined;
}

type TransportOptions = Pick<
  GraphQLServerOptions<IdentifiedContext>,
  "logger" | "bodyLimitBytes" | "parseBody" | "paths"
>;

function createFastify(options: TransportOptions): FastifyInstance {
  const fastify = Fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    // What is logged names its request itself, so requests need no loggers of their own.
    childLoggerFactory: (logger) => logger,
    exposeHeadRoutes: false,
    bodyLimit: options.bodyLimitBytes ?? 1024 * 1024,
    requestTimeout: 30_000,
    genReqId: requestIdOf,
    frameworkErrors: (error, request, reply) => void answerRequestError(error, request, reply),
  });
  fastify.removeContentTypeParser("text/plain");
  fastify.addContentTypeParser("application/json", { parseAs: "string" }, jsonBody(options.parseBody));
  fastify.setErrorHandler(answerRequestError);
  fastify.setNotFoundHandler(answerNotFound(pathsOf(options)));
  fastify.addHook("preHandler", refusePrototype);
  fastify.addHook("onRequest", (request, reply, done) => {
    void reply.header("x-request-id", request.id).header("x-content-type-options", "nosniff");
    done();
  });
  return fastify;
}

function pathsOf({ paths = ["/graphql"] }: Pick<TransportOptions, "paths">): readonly string[] {
  return paths;
}

async function listen(
  fastify: FastifyInstance,
  address: { readonly host: string; readonly port: number },
): Promise<{ url: string; port: number }> {
  await fastify.listen(address);
  const bound = fastify.server.address();
  if (bound === null || typeof bound === "string") throw new Error("Expected a TCP address");
  const host = ["0.0.0.0", "::", "127.0.0.1", "::1"].includes(address.host) ? "localhost" : address.host;
  return { url: `http://${host}:${bound.port}`, port: bound.port };
}
