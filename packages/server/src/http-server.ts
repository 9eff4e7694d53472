import { randomUUID } from "node:crypto";
import cors from "@fastify/cors";
import Fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RouteHandlerMethod,
} from "fastify";
import type { RequestError } from "./errors.js";
import { hostCheck, type AllowedHosts } from "./allowed-hosts.js";
import { exposedHeaders, type AllowedOrigins } from "./allowed-origins.js";
import { serveHealth } from "./health/health-routes.js";
import type { Readiness } from "./health/readiness.js";
import { landingScript, landingScriptPath } from "./landing-page.js";
import type { LoadLimits } from "./request-load.js";
import { listenProblem } from "./listen-problem.js";
import type { Logger } from "./logger.js";
import { refusedRequest, type ObserveRequest } from "./observation/answered-request.js";
import { tellWhenClientLeaves } from "./pipelined-requests.js";
import { readJsonBody } from "./request-body.js";
import { answerNotFound, answerRequestError, answerUnreadable, servedMethods } from "./request-errors.js";
import type { RequestGuard } from "./request-guard.js";
import { requestIdOf } from "./request-info.js";
import { safeHeaders } from "./safe-headers.js";
import type { ServingState } from "./serving-state.js";
import { shedLoad } from "./shed-load.js";
import { serveTexts, type ServedText } from "./served-texts.js";
import type { StaticPages } from "./static-pages.js";

interface HttpServerOptions {
  readonly logger: Logger;
  readonly bodyLimitBytes: number;
  /** How long a request may take to arrive, with its headers and its body. */
  readonly arrivalTimeoutMs: number;
  readonly corsOrigins: AllowedOrigins;
  readonly allowedHosts: AllowedHosts;
  /** Whether the script of the landing page is served. */
  readonly hasLandingPage: boolean;
  readonly pages: readonly StaticPages[];
  readonly texts: readonly ServedText[];
  readonly trustedProxies: readonly string[];
  readonly paths: readonly string[];
  readonly parseJson: (text: string) => unknown;
  readonly handler: RouteHandlerMethod;
  /** Default: every request is answered. /health always is. */
  readonly guard?: RequestGuard | undefined;
  /** Undefined: any number of requests is taken. */
  readonly load?: LoadLimits | undefined;
  /** Is called for each request that is not taken. */
  readonly onShed?: (() => void) | undefined;
  readonly state: ServingState;
  /** Is told of requests that are refused before the handler answers them. */
  readonly observe?: ObserveRequest<never> | undefined;
  readonly readiness: () => Readiness;
  /** What /health says beside the status. */
  readonly describeHealth?: (() => Readonly<Record<string, unknown>>) | undefined;
}

/** An HTTP server whose paths are all answered by one handler. It does not listen yet. */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const { corsOrigins, paths, handler, guard } = options;
  const fastify = createFastify(options);
  const { load: limits, state, onShed } = options;
  if (limits) shedLoad(fastify.server, { limits, state, corsOrigins, onShed });
  fastify.server.prependListener("request", tellWhenClientLeaves);
  if (corsOrigins.length > 0) {
    await fastify.register(cors, {
      origin: [...corsOrigins],
      maxAge: 600,
      exposedHeaders,
      strictPreflight: false,
      preflightContinue: true,
    });
  }
  serveHealth(fastify, options);
  if (options.hasLandingPage)
    fastify.get(landingScriptPath, (_request, reply) =>
      reply.type("text/javascript; charset=utf-8").send(landingScript),
    );
  if (options.pages.length > 0) {
    const { serveStaticPages } = await import("./static-pages.js");
    await serveStaticPages(fastify, options.pages);
  }
  serveTexts(fastify, options.texts);
  for (const url of paths) {
    fastify.route({
      method: ["GET", "HEAD", "POST"],
      url,
      handler,
      ...(guard && {
        onRequest: ({ method, headers, id }, _reply, done) => {
          guard.checkHead(method, headers, id);
          done();
        },
      }),
    });
    fastify.options(url, (_request, reply) => reply.code(204).header("allow", servedMethods).send());
  }
  return fastify;
}

function createFastify(options: HttpServerOptions): FastifyInstance {
  const {
    logger,
    bodyLimitBytes,
    arrivalTimeoutMs,
    trustedProxies,
    paths,
    parseJson,
    guard,
    state,
    observe,
  } = options;
  const tell = (id: string, refusal: RequestError) => observe?.(refusedRequest(id, refusal));
  const answerError = async (error: Error, request: FastifyRequest, reply: FastifyReply) =>
    void tell(request.id, await answerRequestError(error, request, reply));
  const fastify = Fastify({
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    // What is logged names its request itself, so requests need no loggers of their own.
    childLoggerFactory: (own) => own,
    exposeHeadRoutes: false,
    schemaController: withoutSchemas,
    // Node would otherwise keep the first of two headers, such as Authorization, and a proxy may have read the second.
    http: { joinDuplicateHeaders: true, ...arrivalLimits(arrivalTimeoutMs) },
    requestTimeout: arrivalTimeoutMs,
    // What comes on a connection that is still open is answered like any other request.
    return503OnClosing: false,
    genReqId: requestIdOf,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    clientErrorHandler: (error, socket) => {
      const refusal = answerUnreadable(error, socket);
      if (refusal) tell(randomUUID(), refusal);
    },
  });
  fastify.removeContentTypeParser("text/plain");
  fastify.addContentTypeParser("application/json", readJsonBody(parseJson, bodyLimitBytes, guard));
  fastify.setErrorHandler(answerError);
  const answerNowhere = answerNotFound(paths);
  fastify.setNotFoundHandler((request, reply) => void tell(request.id, answerNowhere(request, reply)));
  const checkHost = hostCheck(options.allowedHosts);
  fastify.addHook("onRequest", (request, reply, done) => {
    void reply.headers(safeHeaders).header("x-request-id", request.id);
    if (state.isDraining) void reply.header("connection", "close");
    done(checkHost(request.headers.host ?? ""));
  });
  return fastify;
}

const refuseSchema = () => {
  throw new Error("Expected no route with a JSON Schema.");
};

/** Fastify would else load Ajv at each start. */
const withoutSchemas = { compilersFactory: { buildValidator: refuseSchema, buildSerializer: refuseSchema } };

/**
 * Fastify 5.12.8 sets the limit of a server that is made: by then Node allows a minute for the headers, and looks every 30 s.
 * Test: packages/server/test/slow-requests.test.ts.
 */
const arrivalLimits = (timeoutMs: number) => ({
  headersTimeout: timeoutMs,
  requestTimeout: timeoutMs,
  connectionsCheckingInterval: Math.ceil(timeoutMs / 30),
});

export async function listen(
  fastify: FastifyInstance,
  address: { readonly host: string; readonly port: number },
): Promise<{ url: string; port: number }> {
  await fastify.listen(address).catch((error: unknown) => {
    throw listenProblem(error, address);
  });
  const bound = fastify.server.address();
  if (bound === null || typeof bound === "string") throw new Error("Expected a TCP address");
  const host = ["0.0.0.0", "::", "127.0.0.1", "::1"].includes(address.host) ? "localhost" : address.host;
  return { url: `http://${host}:${bound.port}`, port: bound.port };
}
