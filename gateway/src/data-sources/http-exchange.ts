import { decodeUtf8 } from "@an-sinh/server/utf8";
import type { Dispatcher } from "undici";
import type { AnswerBudget } from "../responses/answer-budget.js";
import { ExchangeError } from "../resilience/exchange-error.js";
import type { HttpResponse } from "../responses/http-response.js";
import { wasUsed } from "./used-connections.js";

/** What ends an exchange before its response is whole. */
export interface ExchangeLimits {
  /** From the request to the last byte of the response. */
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly signal: AbortSignal;
  /** Undefined: only the response is limited. */
  readonly budget: AnswerBudget | undefined;
}

/** Sends a request and reads its response into memory. Throws `ExchangeError`, or undici's error. */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  limits: ExchangeLimits,
): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    if (limits.signal.aborted) return reject(new ExchangeError("canceled"));
    dispatcher.dispatch(request, new ExchangeHandler(limits, resolve, reject));
  });
}

/** Collects one response. It settles once: what happens afterwards is not reported. */
class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #chunks: Buffer[] = [];
  readonly #timer: NodeJS.Timeout;
  readonly #askedAt = performance.now();
  /** Undefined until the request has a connection. */
  #controller: Dispatcher.DispatchController | undefined;
  #ended: Error | undefined;
  #bytes = 0;
  #status = 0;
  #contentType: string | undefined;
  #retryAfter: string | undefined;

  constructor(
    readonly limits: ExchangeLimits,
    readonly resolve: (response: HttpResponse) => void,
    readonly reject: (error: Error) => void,
  ) {
    this.#timer = setTimeout(() => this.#end(new ExchangeError("late")), limits.timeoutMs);
    limits.signal.addEventListener("abort", this.#cancel);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#ended) controller.abort(this.#ended);
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    this.#status = status;
    this.#contentType = firstOf(headers["content-type"]);
    this.#retryAfter = firstOf(headers["retry-after"]);
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.byteLength;
    try {
      if (this.#bytes > this.limits.maxResponseBytes) throw new ExchangeError("too large");
      this.limits.budget?.takeBytes(chunk.byteLength);
      this.#chunks.push(chunk);
    } catch (error) {
      this.#end(error as Error);
    }
  }

  onResponseEnd(): void {
    this.#release();
    this.resolve({
      status: this.#status,
      contentType: this.#contentType,
      retryAfter: this.#retryAfter,
      body: this.#body(),
      askedAt: this.#askedAt,
    });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#release();
    const wasIdle = this.#status === 0 && wasUsed(error);
    this.reject(wasIdle ? new ExchangeError("idle") : error);
  }

  readonly #cancel = (): void => this.#end(new ExchangeError("canceled"));

  /** A request that still waits for a connection is aborted when it gets one. */
  #end(error: Error): void {
    this.#ended = error;
    this.#release();
    this.reject(error);
    this.#controller?.abort(error);
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.limits.signal.removeEventListener("abort", this.#cancel);
  }

  #body(): string {
    const [first] = this.#chunks;
    const whole = this.#chunks.length === 1 && first ? first : Buffer.concat(this.#chunks, this.#bytes);
    return decodeUtf8(whole);
  }
}

const firstOf = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;
