import type { AllowedOrigins } from "./allowed-origins.js";
import { HeaderMap, type ApolloServer, type GraphQLRequest } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { IdentifiedContext } from "./apollo-plugins.js";
import { codesOf, type Answer } from "./direct-answers.js";
import { RequestError } from "./errors.js";
import { refuseForeignPage } from "./foreign-pages.js";
import { isSafe, readGraphQLRequest } from "./graphql-request.js";
import { toAnswerText } from "./json-text.js";
import { renderLandingPage, type LandingPage } from "./landing-page.js";
import type { KnownRequest } from "./known-operations.js";
import type { ObserveRequest } from "./observation/answered-request.js";
import type { PersistedQueries } from "./persisted-queries.js";
import { json, negotiateMediaType } from "./media-types.js";
import type { RunningGraph } from "./running-graph.js";
import { sendText } from "./send-text.js";
import type { ServingState } from "./serving-state.js";

interface HandlerOptions<Context extends IdentifiedContext> {
  /** The graph that answers a request that comes now. */
  readonly currentGraph: () => RunningGraph<Context>;
  readonly state: ServingState;
  readonly persisted: PersistedQueries;
  readonly createContext: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  readonly parseJson: (text: string) => unknown;
  readonly landingPage: LandingPage | undefined;
  /** The sites whose pages may read the answers. */
  readonly corsOrigins: AllowedOrigins;
  readonly observe: ObserveRequest<Context> | undefined;
}

/** Headers of Apollo Server that clients get. The others are about its own text. */
const passedOn: ReadonlySet<string> = new Set(["allow", "retry-after"]);

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Answers requests by the specification "GraphQL over HTTP". */
export function graphQLHandler<Context extends IdentifiedContext>(options: HandlerOptions<Context>): Handler {
  const { currentGraph, state, persisted, createContext, observe } = options;
  const { parseJson, landingPage, corsOrigins } = options;
  const answer = async (given: GraphQLRequest, request: FastifyRequest, reply: FastifyReply) => {
    const startMs = observe ? performance.now() : 0;
    const graph = currentGraph();
    const { apollo, direct, admitDocument } = graph;
    let context: Context | undefined;
    let known: KnownRequest | undefined;
    let { query } = given;
    let answered: Answer;
    graph.enter();
    try {
      context = await createContext(request, reply);
      const { asked, keep } = persisted.find(given);
      ({ query } = asked);
      known = direct.find(asked, isSafe(request));
      if (!known) {
        await admitDocument?.(context, query?.length ?? 0);
        context.parsing?.();
      }
      answered = await (known
        ? direct.answer(known, context)
        : answerByApollo(apollo, asked, request, context));
      if (answered.status === 200) keep(request.headers);
    } catch (error) {
      if (error instanceof RequestError) throw error;
      answered = direct.fail(error, request.id);
    } finally {
      graph.leave();
    }
    if (observe) {
      const found = known ?? direct.find({ ...given, query }, isSafe(request));
      const durationMs = performance.now() - startMs;
      const wasKnown = known !== undefined;
      observe({
        ...toldOf(request, reply, answered),
        context,
        operation: found?.operation,
        wasKnown,
        durationMs,
      });
    }
    return answered;
  };
  return async (request, reply) => {
    const accepted = negotiateMediaType(request.headers.accept);
    if (isSafe(request)) {
      forbidEmbedding(reply);
      if (landingPage && accepted.prefersHtml) {
        const { page, policy } = renderLandingPage(landingPage);
        void reply.type("text/html; charset=utf-8").header("content-security-policy", policy);
        return sendText(request, reply, page);
      }
      refuseForeignPage(request.headers, corsOrigins);
    }
    const asked = readGraphQLRequest(request, parseJson);
    const mediaType = accepted.answer ?? refuseMediaType();
    const { status, text, headers } = await answer(asked, request, reply);
    // The client has left: nothing is encoded or compressed for it.
    if (reply.raw.destroyed) return reply.hijack();
    if (headers) for (const [name, value] of headers) void reply.header(name, value);
    // The server may have been asked to stop meanwhile.
    if (state.isDraining) void reply.header("connection", "close");
    void reply.code(statusWith(mediaType, status)).header("content-type", mediaType);
    return sendText(request, reply, text);
  };
}

const toldOf = (request: FastifyRequest, reply: FastifyReply, answered: Answer) => ({
  requestId: request.id,
  status: answered.status,
  errorCodes: answered.errorCodes ?? [],
  hasData: answered.hasData,
  wasAbandoned: reply.raw.destroyed,
});

/** What is read may be about a person. No page of another site may embed it. */
function forbidEmbedding(reply: FastifyReply): void {
  void reply.header("cross-origin-resource-policy", "same-origin");
}

function refuseMediaType(): never {
  const message = "Expected a header Accept with application/json or application/graphql-response+json.";
  throw new RequestError(406, "BAD_REQUEST", message);
}

/** With application/json, the status tells whether the request was well formed; the answer tells the rest. */
function statusWith(mediaType: string, status: number): number {
  return mediaType === json && status === 400 ? 200 : status;
}

async function answerByApollo(
  apollo: ApolloServer<IdentifiedContext>,
  asked: GraphQLRequest,
  request: FastifyRequest,
  contextValue: IdentifiedContext,
): Promise<Answer> {
  // By the method, Apollo Server decides whether it may execute a mutation.
  const http = {
    method: isSafe(request) ? "GET" : "POST",
    headers: new HeaderMap(),
    search: "",
    body: undefined,
  };
  const { body, http: head } = await apollo.executeOperation({ ...asked, http }, { contextValue });
  if (body.kind !== "single") throw new Error("Expected an answer in one part");
  const { errors, data } = body.singleResult;
  return {
    status: head.status ?? 200,
    text: toAnswerText(body.singleResult),
    errorCodes: codesOf(errors),
    hasData: data !== undefined && data !== null,
    headers: new Map([...head.headers].filter(([name]) => passedOn.has(name))),
  };
}
