import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";

/** What a request's context is made from. */
export interface RequestInfo {
  /** The caller's `x-request-id` where it is well formed, else a new one. Sent back with the answer. */
  readonly requestId: string;
  /** Fires when the client leaves before it has its answer, or when the server stops waiting for the answer. */
  readonly signal: AbortSignal;
  readonly headers: IncomingHttpHeaders;
}

/** The reason of a signal that fired. Nobody waits for the answer any more, so the error is not reported. */
export class RequestAbandonedError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "RequestAbandonedError";
  }
}

const wellFormedId = /^[\w.:-]{1,64}$/;

export function requestIdOf(request: Pick<IncomingMessage, "headers">): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && wellFormedId.test(given) ? given : randomUUID();
}

/** Gives each request a signal, and can fire the signals of all requests that have begun. */
export class ActiveRequests {
  readonly #controllers = new Set<AbortController>();

  enter(request: FastifyRequest, reply: FastifyReply): RequestInfo {
    const controller = new AbortController();
    this.#controllers.add(controller);
    reply.raw.once("close", () => {
      this.#controllers.delete(controller);
      if (!reply.raw.writableFinished)
        controller.abort(new RequestAbandonedError("The client left before it had its answer"));
    });
    return { requestId: request.id, signal: controller.signal, headers: request.headers };
  }

  abort(reason: RequestAbandonedError): void {
    for (const controller of this.#controllers) controller.abort(reason);
  }
}
