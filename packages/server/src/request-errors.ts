import { maxHeaderSize, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { ConnectionError, FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { RequestError } from "./errors.js";
import { json, negotiateMediaType } from "./media-types.js";

/** How much of a body that is too large is still read. A client reads the answer only after it has sent its body. */
const maxDiscardedBytes = 64 * 1024 * 1024;

export const servedMethods = "GET, HEAD, POST, OPTIONS";

/** Answers a request that failed before GraphQL saw it, and returns why. The answer has the shape of a GraphQL error. */
export async function answerRequestError(
  error: Error | FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<RequestError> {
  const refusal = toRequestError(error);
  if (!refusal) request.log.error({ requestId: request.id, stack: error.stack }, error.message);
  if (refusal?.code === "PAYLOAD_TOO_LARGE") await discardBody(request.raw);
  const answered = refusal ?? new RequestError(500, "INTERNAL", "Internal server error");
  refuse(request, reply, answered);
  return answered;
}

/** If the connection closes while a client still sends, the client reports a broken connection instead of the answer. */
async function discardBody(body: IncomingMessage): Promise<void> {
  let bytes = 0;
  if (body.readableEnded) return;
  await new Promise<void>((resolve) => {
    body.on("data", (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > maxDiscardedBytes) resolve();
    });
    body.once("end", resolve).once("close", resolve).once("error", resolve);
  });
}

/** Answers a request for a path that is not served, or with a method that the path does not accept, and returns why. */
export function answerNotFound(servedPaths: readonly string[]) {
  return (request: FastifyRequest, reply: FastifyReply): RequestError => {
    const path = request.url.split("?", 1)[0] ?? "/";
    const refusal = servedPaths.includes(path) ? badMethod(request.method) : notFound(servedPaths);
    refuse(request, reply, refusal);
    return refusal;
  };
}

function badMethod(method: string): RequestError {
  const allow = { allow: servedMethods };
  return new RequestError(405, "BAD_REQUEST", `Expected GET or POST, but got: ${method}.`, allow);
}

function notFound(servedPaths: readonly string[]): RequestError {
  const message = `Nothing is served here. GraphQL is at ${servedPaths.join(" and ")}.`;
  return new RequestError(404, "NOT_FOUND", message);
}

function refuse(request: FastifyRequest, reply: FastifyReply, error: RequestError): void {
  const { answer = json } = negotiateMediaType(request.headers.accept);
  void reply.code(error.status).headers(error.headers).type(answer).send(textOf(error));
}

function textOf({ message, code, errors }: RequestError): string {
  return JSON.stringify({ errors: errors ?? [{ message, extensions: { code } }] });
}

/** Undefined where it is not the client's mistake. */
function toRequestError(error: Error | FastifyError): RequestError | undefined {
  if (error instanceof RequestError) return error;
  const { code, statusCode = 500 }: Partial<FastifyError> = error;
  switch (code) {
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new RequestError(415, "UNSUPPORTED_MEDIA_TYPE", "Expected the content type application/json.");
    case "FST_ERR_BAD_URL":
      return new RequestError(400, "BAD_REQUEST", "The URL is malformed.");
    default:
      return statusCode < 500 ? malformed("expected a request by the rules of HTTP", statusCode) : undefined;
  }
}

function malformed(expectation: string, status = 400): RequestError {
  return new RequestError(status, "BAD_REQUEST", `The request is malformed: ${expectation}.`);
}

/**
 * Answers what Node cannot read as an HTTP request, closes the connection, and returns why. Undefined: the client has left.
 */
export function answerUnreadable(error: ConnectionError, socket: Socket): RequestError | undefined {
  // Fastify and Node may log the error. It holds the bytes that came, with the Authorization header.
  delete (error as { rawPacket?: unknown }).rawPacket;
  const refusal = socket.writable && error.code !== "ECONNRESET" ? unreadable(error.code) : undefined;
  if (refusal) {
    const text = textOf(refusal);
    socket.write(
      `HTTP/1.1 ${refusal.status} Refused\r\nContent-Type: ${json}\r\nContent-Length: ${Buffer.byteLength(text)}\r\n` +
        `Connection: close\r\n\r\n${text}`,
    );
  }
  socket.destroy(error);
  return refusal;
}

function unreadable(code: string): RequestError {
  if (code === "HPE_HEADER_OVERFLOW") {
    const message = `Expected a URL and headers of at most ${maxHeaderSize} bytes. Send a long operation by POST.`;
    return new RequestError(431, "PAYLOAD_TOO_LARGE", message);
  }
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return new RequestError(408, "BAD_REQUEST", "The request did not arrive in time.");
  }
  return malformed("expected a request by the rules of HTTP");
}
