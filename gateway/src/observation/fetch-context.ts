import type { Span, SpanContext } from "@opentelemetry/api";
import type { GatewayContext } from "../data-sources/subgraph-source.js";

/** The context of one fetch of a request that is traced or reported. */
export class FetchContext implements GatewayContext {
  constructor(
    private readonly request: GatewayContext,
    /** Undefined: the request is not traced. */
    readonly span: Span | undefined,
    readonly reportsStatements: boolean,
  ) {}

  get trace(): SpanContext | undefined {
    return this.span?.spanContext();
  }

  get requestId() {
    return this.request.requestId;
  }

  get signal() {
    return this.request.signal;
  }

  get caller() {
    return this.request.caller;
  }

  get deadline() {
    return this.request.deadline;
  }

  get purpose() {
    return this.request.purpose;
  }

  get budget() {
    return this.request.budget;
  }

  get work(): object | undefined {
    return this.request.work;
  }

  abandon(): void {
    this.request.abandon?.();
  }
}
