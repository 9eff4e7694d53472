import { SpanKind, type Span, type SpanContext } from "@opentelemetry/api";
import type { AnsweredRequest } from "@an-sinh/server/observation/answered-request";
import { outcomeOf } from "@an-sinh/server/metrics/request-metrics";
import { safeNameOf } from "@an-sinh/server/observation/safe-name";
import { failSpan } from "@an-sinh/server/tracing/fail-span";
import type { Tracing } from "@an-sinh/server/tracing/tracing";
import { operationHash } from "../audit/operation-hash.js";

/** The spans of one request. They hold the name and the hash of its operation, and nothing else of what was asked. */
export class RequestTrace {
  readonly #tracing: Tracing;
  readonly #request: Span;
  #executing: Span | undefined;

  /** `remote` is the trace of the client. Undefined: it has none. */
  constructor(tracing: Tracing, remote: SpanContext | undefined, requestId: string) {
    this.#tracing = tracing;
    this.#request = tracing.start("GraphQL request", {
      kind: SpanKind.SERVER,
      parent: remote,
      attributes: { "graph.request_id": requestId },
    });
  }

  /** The document was parsed and validated in this time. */
  parsed(startMs: number, endMs: number): void {
    this.#phase("parse", startMs, endMs);
  }

  /** The operation was planned in this time, and is executed from now on. */
  planned(startMs: number, endMs: number, wasKnown: boolean): void {
    if (!wasKnown) this.#phase("plan", startMs, endMs);
    this.#executing = this.#tracing.start("execute", { parent: this.#request, startMs: endMs });
  }

  startFetch(subgraph: string): Span {
    return this.#tracing.start(`fetch ${subgraph}`, {
      kind: SpanKind.CLIENT,
      parent: this.#executing ?? this.#request,
      attributes: { "graph.subgraph": subgraph },
    });
  }

  end(answered: AnsweredRequest<unknown>): void {
    const { operation, status, errorCodes } = answered;
    this.#executing?.end();
    this.#request.setAttributes({
      "http.response.status_code": status,
      "graph.outcome": outcomeOf(answered),
      "graph.errors": errorCodes.length,
    });
    if (operation) this.#nameAfter(operation);
    const [code] = errorCodes;
    if (code !== undefined) failSpan(this.#request, code);
    this.#request.end();
  }

  #nameAfter({ operation, document }: NonNullable<AnsweredRequest<unknown>["operation"]>): void {
    const name = safeNameOf(operation);
    this.#request.updateName(`${operation.operation} ${name ?? "(anonymous)"}`);
    this.#request.setAttributes({
      "graphql.operation.type": operation.operation,
      "graphql.document.hash": operationHash(document),
      ...(name === undefined ? {} : { "graphql.operation.name": name }),
    });
  }

  #phase(name: string, startMs: number, endMs: number): void {
    this.#tracing.start(name, { parent: this.#request, startMs }).end(endMs);
  }
}
