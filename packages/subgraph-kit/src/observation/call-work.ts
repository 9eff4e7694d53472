import { SpanKind, type Span, type SpanContext } from "@opentelemetry/api";
import { failSpan } from "@an-sinh/server/tracing/fail-span";
import type { Tracing } from "@an-sinh/server/tracing/tracing";
import type { Dialect, ReadResult } from "../database/database.js";
import { withoutValues } from "./without-values.js";

/** How a call of a subgraph is observed, beside its answer. */
export interface CallObservation {
  /** The trace to which it belongs. Undefined: it is not traced. */
  readonly trace?: SpanContext | undefined;
  /** Whether the answer says how many statements were sent for it. */
  readonly reportsStatements?: boolean | undefined;
  /** Whether the answer says by which version of the data it was made. */
  readonly reportsDataVersion?: boolean | undefined;
}

/** What is done for one call. */
export class CallWork {
  statements = 0;
  readonly reportsStatements: boolean;
  readonly reportsDataVersion: boolean;
  readonly #parent: SpanContext | undefined;
  #tracing: Tracing | undefined;
  #span: Span | undefined;

  constructor(
    { trace, reportsStatements = false, reportsDataVersion = false }: CallObservation,
    /** Is called for each statement. */
    private readonly count: (() => void) | undefined,
  ) {
    this.#parent = trace;
    this.reportsStatements = reportsStatements;
    this.reportsDataVersion = reportsDataVersion;
  }

  /** Begins the span of the call, if it is traced. */
  begin(tracing: Tracing | undefined, subgraph: string): Span | undefined {
    if (!tracing || !this.#parent) return undefined;
    this.#tracing = tracing;
    this.#span = tracing.start(`${subgraph} call`, {
      kind: SpanKind.SERVER,
      parent: this.#parent,
      attributes: { "graph.subgraph": subgraph },
    });
    return this.#span;
  }

  /** Counts a statement that was sent, and gives it a span where the call has one. */
  sent(sql: string, dialect: Dialect, reading: Promise<ReadResult>): Promise<ReadResult> {
    this.statements += 1;
    this.count?.();
    return this.#tracing ? this.#traced(this.#tracing, sql, dialect, reading) : reading;
  }

  async #traced(
    tracing: Tracing,
    sql: string,
    dialect: Dialect,
    reading: Promise<ReadResult>,
  ): Promise<ReadResult> {
    const text = withoutValues(sql);
    const span = tracing.start(text.split(" ", 1)[0] ?? "SQL", {
      kind: SpanKind.CLIENT,
      parent: this.#span,
      attributes: { "db.system.name": dialect, "db.query.text": text },
    });
    try {
      const result = await reading;
      span.setAttribute("db.response.returned_rows", result.rows.length);
      return result;
    } catch (error) {
      failSpan(span, error instanceof Error ? error.name : "Error");
      throw error;
    } finally {
      span.end();
    }
  }
}
