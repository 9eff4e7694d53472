import { HeaderMap, type ApolloServer, type GraphQLRequest } from "@apollo/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { IdentifiedContext } from "./apollo-plugins.js";
import { codesOf, type Answer } from "./direct-answers.js";
import { RequestError } from "./errors.js";
import { isSafe } from "./graphql-request.js";
import { toAnswerText } from "./json-text.js";
import type { KnownRequest } from "./known-operations.js";
import type { ObserveRequest } from "./observation/answered-request.js";
import type { PersistedQueries } from "./persisted-queries.js";
import type { RunningGraph } from "./running-graph.js";

export interface AnsweringOptions<Context extends IdentifiedContext> {
  /** The graph that answers a request that comes now. */
  readonly currentGraph: () => RunningGraph<Context>;
  readonly persisted: Pick<PersistedQueries, "find">;
  readonly createContext: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;
  readonly observe: ObserveRequest<Context> | undefined;
}

/**
 * Answers one operation for the caller of a request, and tells of it. A request may have several, one after the other.
 * Rejects with `RequestError` where the caller cannot be believed.
 */
export type AnswerOperation = (
  given: GraphQLRequest,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<Answer>;

/** Adds paths to a server whose answers are made of those of operations. */
export type AddRoutes = (server: FastifyInstance, answer: AnswerOperation) => void;

/** Headers of Apollo Server that clients get. The others are about its own text. */
const passedOn: ReadonlySet<string> = new Set(["allow", "retry-after"]);

export function answerOperations<Context extends IdentifiedContext>(
  options: AnsweringOptions<Context>,
): AnswerOperation {
  const { currentGraph, persisted, createContext, observe } = options;
  return async (given, request, reply) => {
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
}

const toldOf = (request: FastifyRequest, reply: FastifyReply, answered: Answer) => ({
  requestId: request.id,
  status: answered.status,
  errorCodes: answered.errorCodes ?? [],
  hasData: answered.hasData,
  wasAbandoned: reply.raw.destroyed,
});

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
