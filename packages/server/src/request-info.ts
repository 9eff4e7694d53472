import { randomUUID } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ClientError } from "./errors.js";
import { waitedMsOf } from "./request-load.js";
import { timeLeftOf } from "./time-left.js";

/** What a request's context is made from, and may be a context itself. */
export interface RequestInfo {
  /** The caller's `x-request-id` where it is well formed, else a new one. Sent back with the answer. */
  readonly requestId: string;
  /**
   * Fires when the client leaves before it has its answer, or has waited as long as its request says (`timeLeftHeader`),
   * or when the server stops waiting for the answer. It is made
   * when it is first read, so pass on the whole object where it may not be needed.
   */
  readonly signal: AbortSignal;
  /** Fires the signal: what is under way for the answer is not needed any more. */
  abandon(): void;
  readonly headers: IncomingHttpHeaders;
  /** The HTTP method. */
  readonly method: string;
  /** The IP address of the client, or of the proxy that it asks through where that one is not trusted. */
  readonly address: string;
  /** How long the request has waited for others before it began, in milliseconds. */
  readonly waitedMs: number;
}

/**
 * The reason of a signal that fired. Nobody waits for the answer any more, so the error is not reported. A gateway whose time
 * is over at the same moment may still get an answer with it.
 */
export class RequestAbandonedError extends ClientError {
  constructor(reason: string, code: "SUBGRAPH_TIMEOUT" | "SUBGRAPH_UNAVAILABLE" = "SUBGRAPH_UNAVAILABLE") {
    super(code, reason);
    this.name = "RequestAbandonedError";
  }
}

/** It gets into logs and traces, so it is no number that may be that of a person or a telephone. */
const wellFormedId = /^(?!\d{9,12}$)[\w.:-]{1,64}$/;

export function requestIdOf(request: Pick<IncomingMessage, "headers">): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && wellFormedId.test(given) ? given : randomUUID();
}

/** Gives requests their signals, and can fire those of all requests that have begun. */
export class ActiveRequests {
  readonly #controllers = new Map<ServerResponse, AbortController>();
  readonly #timers = new Map<ServerResponse, NodeJS.Timeout>();
  #stopped: RequestAbandonedError | undefined;

  enter(
    request: Pick<FastifyRequest, "id" | "headers" | "ip" | "method">,
    reply: Pick<FastifyReply, "raw">,
  ): RequestInfo {
    const waited = waitedMsOf(reply.raw);
    const makeController = () => this.#controllerOf(reply.raw, timeLeftOf(request.headers), waited);
    return new ActiveRequest(request.id, request.headers, request, waited, makeController);
  }

  abort(reason: RequestAbandonedError): void {
    this.#stopped = reason;
    for (const controller of this.#controllers.values()) controller.abort(reason);
  }

  #controllerOf(response: ServerResponse, timeLeftMs: number | undefined, waited: number): AbortController {
    const known = this.#controllers.get(response);
    // One that fired was of an operation before this one, for which something else may be under way.
    if (known && !known.signal.aborted) return known;
    const controller = new AbortController();
    // Each call to a subgraph listens. Node warns about more than 10 listeners.
    setMaxListeners(0, controller.signal);
    this.#controllers.set(response, controller);
    const late = () =>
      controller.abort(new RequestAbandonedError("The time for the answer is over.", "SUBGRAPH_TIMEOUT"));
    clearTimeout(this.#timers.get(response));
    if (timeLeftMs !== undefined) this.#timers.set(response, setTimeout(late, timeLeftMs - waited));
    if (this.#stopped) controller.abort(this.#stopped);
    if (response.destroyed) this.#leave(response);
    // A response may have many operations, one after the other.
    else if (!known) response.once("close", () => this.#leave(response));
    return controller;
  }

  #leave(response: ServerResponse): void {
    clearTimeout(this.#timers.get(response));
    this.#timers.delete(response);
    const controller = this.#controllers.get(response);
    this.#controllers.delete(response);
    if (!response.writableFinished)
      controller?.abort(new RequestAbandonedError("The client left before it had its answer."));
  }
}

/**
 * Apollo Server 5.5.1 hands the executor a copy, which has no `#private` members.
 * Test: packages/server/test/request-info.test.ts.
 */
class ActiveRequest implements RequestInfo {
  private controller: AbortController | undefined = undefined;

  constructor(
    readonly requestId: string,
    readonly headers: IncomingHttpHeaders,
    private readonly sender: { readonly ip: string; readonly method: string },
    readonly waitedMs: number,
    private readonly makeController: () => AbortController,
  ) {}

  get signal(): AbortSignal {
    return (this.controller ??= this.makeController()).signal;
  }

  abandon(): void {
    (this.controller ??= this.makeController()).abort(
      new RequestAbandonedError("The answer needs nothing more."),
    );
  }

  get method(): string {
    return this.sender.method;
  }

  get address(): string {
    return this.sender.ip;
  }
}
