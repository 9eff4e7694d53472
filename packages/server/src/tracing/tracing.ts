import { setTimeout } from "node:timers/promises";
import {
  ROOT_CONTEXT,
  trace,
  type Attributes,
  type Span,
  type SpanContext,
  type SpanKind,
  type Tracer,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import { AlwaysOnSampler, BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import type { TracingSettings } from "./tracing-settings.js";

export interface SpanOptions {
  readonly kind?: SpanKind;
  readonly attributes?: Attributes;
  /** Undefined: the span begins a trace. */
  readonly parent?: Span | SpanContext | undefined;
  /** By `performance.now()`. Default: now. */
  readonly startMs?: number;
}

/** A program that ends waits no longer for a collector. */
const longestCloseMs = 500;

/**
 * Sends spans to a collector by OTLP over HTTP. Where nothing is traced there is no object of this class, so that it
 * costs nothing. A span never holds a value of a variable, of a document or of a statement.
 */
export class Tracing {
  readonly #tracer: Tracer;
  readonly #provider: BasicTracerProvider;
  readonly #share: number;

  constructor({ endpoint, headers, serviceName, share }: TracingSettings, program: string) {
    const url = `${endpoint.replace(/\/$/, "")}/v1/traces`;
    const resource = detectResources({ detectors: [envDetector] }).merge(
      resourceFromAttributes({ "service.name": serviceName ?? program }),
    );
    this.#provider = new BasicTracerProvider({
      resource,
      // Which requests are traced is decided here, before anything is made for one.
      sampler: new AlwaysOnSampler(),
      spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url, headers: { ...headers } }))],
    });
    this.#tracer = this.#provider.getTracer("an-sinh");
    this.#share = share;
  }

  /** Whether the next request is traced. Clients choose ids and flags of traces, so these have no say. */
  takesNext(): boolean {
    return this.#share === 1 || Math.random() < this.#share;
  }

  start(name: string, { kind, attributes, parent, startMs }: SpanOptions = {}): Span {
    const options = {
      ...(kind === undefined ? {} : { kind }),
      ...(attributes && { attributes }),
      ...(startMs === undefined ? {} : { startTime: startMs }),
    };
    return this.#tracer.startSpan(name, options, contextOf(parent));
  }

  /** Sends what has not been sent yet, unless the collector is slow. It does not reject. */
  async close(): Promise<void> {
    const sent = this.#provider.shutdown().catch(() => undefined);
    await Promise.race([sent, setTimeout(longestCloseMs, undefined, { ref: false })]);
  }
}

function contextOf(parent: Span | SpanContext | undefined) {
  if (!parent) return ROOT_CONTEXT;
  return "spanContext" in parent
    ? trace.setSpan(ROOT_CONTEXT, parent)
    : trace.setSpanContext(ROOT_CONTEXT, parent);
}
