import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import type { IdentifiedContext } from "./apollo-plugins.js";
import type { DirectAnswers } from "./direct-answers.js";
import { encodeUtf8 } from "./utf8.js";

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
type ContextOf = (request: FastifyRequest, reply: FastifyReply) => Promise<IdentifiedContext>;

/** Node sends a longer text faster as bytes. */
const longAnswer = 4_096;

/**
 * Answers a known operation directly, and lets Apollo Server answer everything else. A body is an object only where the
 * client sent it as application/json. A browser asks before it sends that, so the request cannot be forged.
 */
export function graphQLHandler(
  apollo: ApolloServer<IdentifiedContext>,
  direct: DirectAnswers,
  contextOf: ContextOf,
): Handler {
  const answerByApollo = fastifyApolloHandler(apollo, { context: contextOf }) as unknown as Handler;
  // The content type that Apollo Server chose, by the client's header Accept.
  const contentTypes = new LRUCache<string, string>({ max: 100 });
  return async (request, reply) => {
    const accept = request.headers.accept ?? "";
    const contentType = contentTypes.get(accept);
    const known = contentType && request.method === "POST" ? direct.find(request.body) : undefined;
    if (contentType && known) {
      const { status, text } = await direct.answer(known, request.id, () => contextOf(request, reply));
      void reply.code(status).header("content-type", contentType);
      return text.length < longAnswer ? text : encodeUtf8(text);
    }
    const text = await answerByApollo(request, reply);
    const chosen = reply.getHeader("content-type");
    if (request.method === "POST" && reply.statusCode === 200 && typeof chosen === "string") {
      contentTypes.set(accept, chosen);
    }
    return text;
  };
}
