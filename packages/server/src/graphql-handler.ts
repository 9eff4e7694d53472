import type { FastifyReply, FastifyRequest } from "fastify";
import type { AllowedOrigins } from "./allowed-origins.js";
import type { AnswerOperation } from "./answer-operation.js";
import { RequestError } from "./errors.js";
import { forbidEmbedding, refuseForeignPage } from "./foreign-pages.js";
import { isSafe, readGraphQLRequest } from "./graphql-request.js";
import { renderLandingPage, type LandingPage } from "./landing-page.js";
import { json, negotiateMediaType } from "./media-types.js";
import { sendText } from "./send-text.js";
import type { ServingState } from "./serving-state.js";
import type { StaticPages } from "./static-pages.js";

interface HandlerOptions {
  readonly answer: AnswerOperation;
  readonly state: ServingState;
  readonly parseJson: (text: string) => unknown;
  readonly landingPage: LandingPage | undefined;
  /** Those that the landing page leads to. */
  readonly pages: readonly StaticPages[];
  /** The sites whose pages may read the answers. */
  readonly corsOrigins: AllowedOrigins;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Answers requests by the specification "GraphQL over HTTP". */
export function graphQLHandler(options: HandlerOptions): Handler {
  const { answer, state, parseJson, landingPage, pages, corsOrigins } = options;
  return async (request, reply) => {
    const accepted = negotiateMediaType(request.headers.accept);
    if (isSafe(request)) {
      forbidEmbedding(reply);
      if (landingPage && accepted.prefersHtml) {
        const { page, policy } = renderLandingPage(landingPage, pages);
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

function refuseMediaType(): never {
  const message = "Expected a header Accept with application/json or application/graphql-response+json.";
  throw new RequestError(406, "BAD_REQUEST", message);
}

/** With application/json, the status tells whether the request was well formed; the answer tells the rest. */
function statusWith(mediaType: string, status: number): number {
  return mediaType === json && status === 400 ? 200 : status;
}
