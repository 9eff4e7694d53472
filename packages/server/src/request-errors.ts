import type { IncomingMessage } from "node:http";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { ErrorCode } from "./errors.js";

interface ErrorAnswer {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}

const internal: ErrorAnswer = { status: 500, code: "INTERNAL", message: "Internal server error" };

/** How much of a body that is too large is still read. A client reads the answer only after it has sent its body. */
const maxDiscardedBytes = 64 * 1024 * 1024;

/** Answers a request that failed before GraphQL saw it. The answer has the shape of a GraphQL error. */
export async function answerRequestError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const answer = toErrorAnswer(error, request.routeOptions.bodyLimit);
  if (answer === internal) {
    request.log.error({ requestId: request.id, stack: error.stack }, error.message);
  }
  if (answer.code === "PAYLOAD_TOO_LARGE") await discardBody(request.raw);
  refuse(reply, answer);
}

/** If the connection closes while a client still sends, the client reports a broken connection instead of the answer. */
async function discardBody(body: IncomingMessage): Promise<void> {
  let bytes = 0;
  await new Promise<void>((resolve) => {
    body.on("data", (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > maxDiscardedBytes) resolve();
    });
    body.once("end", resolve).once("close", resolve).once("error", resolve);
  });
}

/**
 * Refuses a body with a key that no request has, and that a library could take for a prototype. Below the body's own
 * keys it is a name like any other: of a variable, or of a key in the value of a scalar.
 */
export function refusePrototype({ body }: FastifyRequest, reply: FastifyReply, goOn: () => void): void {
  if (typeof body !== "object" || body === null || !Object.hasOwn(body, "__proto__")) {
    goOn();
    return;
  }
  const message = "The request is malformed: expected no key named __proto__.";
  refuse(reply, { status: 400, code: "BAD_REQUEST", message });
}

/** Answers a request for a path that is not served, or with a method that the path does not accept. */
export function answerNotFound(servedPaths: readonly string[]) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    const path = request.url.split("?", 1)[0] ?? "/";
    if (servedPaths.includes(path)) {
      void reply.header("allow", "GET, POST");
      refuse(reply, {
        status: 405,
        code: "BAD_REQUEST",
        message: `Expected GET or POST, but got: ${request.method}.`,
      });
      return;
    }
    const paths = servedPaths.join(" and ");
    refuse(reply, {
      status: 404,
      code: "NOT_FOUND",
      message: `Nothing is served here. GraphQL is at ${paths}.`,
    });
  };
}

function refuse(reply: FastifyReply, { status, code, message }: ErrorAnswer): void {
  void reply
    .code(status)
    .type("application/json; charset=utf-8")
    .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

function toErrorAnswer(error: FastifyError, bodyLimitBytes: number): ErrorAnswer {
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return {
        status: 413,
        code: "PAYLOAD_TOO_LARGE",
        message: `The request body is larger than ${bodyLimitBytes} bytes.`,
      };
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return {
        status: 415,
        code: "UNSUPPORTED_MEDIA_TYPE",
        message: "Expected the content type application/json.",
      };
    case "FST_ERR_BAD_URL":
    case "ERR_INVALID_URL":
      return { status: 400, code: "BAD_REQUEST", message: "The URL or the Host header is malformed." };
    default:
      return isClientFault(error.statusCode)
        ? {
            status: error.statusCode,
            code: "BAD_REQUEST",
            message: `The request is malformed: ${error.message}`,
          }
        : internal;
  }
}

function isClientFault(status: number | undefined): status is number {
  return status !== undefined && status >= 400 && status < 500;
}
