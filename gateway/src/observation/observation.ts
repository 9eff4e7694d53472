import type { Logger } from "@an-sinh/server/logger";
import { CacheMetrics } from "@an-sinh/server/metrics/cache-metrics";
import type { Meters } from "@an-sinh/server/metrics/meters";
import { namesIn, OperationLabels } from "@an-sinh/server/metrics/operation-labels";
import type { ServerMetricsOptions } from "@an-sinh/server/metrics/server-metrics";
import type { AnsweredRequest, ObserveRequest } from "@an-sinh/server/observation/answered-request";
import type { RequestInfo } from "@an-sinh/server/request-info";
import { failSpan } from "@an-sinh/server/tracing/fail-span";
import { readTraceParent } from "@an-sinh/server/tracing/trace-parent";
import type { Tracing } from "@an-sinh/server/tracing/tracing";
import type { Caller } from "@an-sinh/server/caller";
import type { FetchHooks } from "../execution/run/fetch-hooks.js";
import { mergeHooks } from "../execution/run/merge-hooks.js";
import type { ReadRecorder } from "../execution/run/read-recorder.js";
import type { GatewayRequest } from "../gateway-request.js";
import { FetchContext } from "./fetch-context.js";
import { countEntries, measureFetches, measureGraph, type ObservedGraph } from "./gateway-metrics.js";
import { logRequests } from "./log-requests.js";
import { mayReadPlan, PlanReport } from "./plan-report.js";
import { RequestTrace } from "./request-trace.js";
import { RequestWork, workOf } from "./request-work.js";

/** Whom a gateway tells of its work. */
export interface ObservationOptions {
  readonly logger: Logger;
  /** Undefined: nothing is measured. */
  readonly meters?: Meters | undefined;
  /** Undefined: nothing is traced. */
  readonly tracing?: Tracing | undefined;
  /** Documents whose operations are measured by their names in any case. */
  readonly ownDocuments?: Iterable<string>;
}

/** Tells logs, metrics and traces what a gateway does. What none of them wants costs nothing. */
export class Observation {
  readonly metrics: Required<ServerMetricsOptions> | undefined;
  readonly observe: ObserveRequest<GatewayRequest> | undefined;
  readonly hooks: FetchHooks;
  readonly #meters: Meters | undefined;
  readonly #tracing: Tracing | undefined;

  constructor({ logger, meters, tracing, ownDocuments = [] }: ObservationOptions) {
    this.#meters = meters;
    this.#tracing = tracing;
    this.metrics = meters && {
      meters,
      labels: new OperationLabels(namesIn(ownDocuments)),
      caches: new CacheMetrics(meters),
    };
    this.observe = together([tracing && endTrace, logRequests(logger)]);
    this.hooks = hooksOf(meters);
  }

  /** Its hooks, and others. */
  hooksWith(others: FetchHooks | undefined): FetchHooks {
    return others ? mergeHooks(this.hooks, others) : this.hooks;
  }

  /** Reads how the graph is that serves, whenever the metrics are read. */
  watch(graph: ObservedGraph): void {
    if (this.metrics) measureGraph(this.metrics.meters, this.metrics.caches, graph);
  }

  /** Undefined: there is none. */
  recorder(recorder: ReadRecorder | undefined): ReadRecorder | undefined {
    return recorder && this.#meters ? countEntries(this.#meters, recorder) : recorder;
  }

  begin({ headers, requestId }: Pick<RequestInfo, "headers" | "requestId">, caller: Caller): RequestWork {
    const trace = this.#tracing?.takesNext()
      ? new RequestTrace(this.#tracing, readTraceParent(headers["traceparent"]), requestId)
      : undefined;
    return new RequestWork(trace, mayReadPlan(caller, headers) ? new PlanReport() : undefined);
  }
}

const endTrace = (request: AnsweredRequest<GatewayRequest>): void =>
  request.context?.work.trace?.end(request);

function together(
  given: readonly (ObserveRequest<GatewayRequest> | undefined)[],
): ObserveRequest<GatewayRequest> | undefined {
  const observers = given.filter((observe) => observe !== undefined);
  if (observers.length === 0) return undefined;
  return (request) => {
    for (const observe of observers) observe(request);
  };
}

function hooksOf(meters: Meters | undefined): FetchHooks {
  const measure = meters && measureFetches(meters);
  return {
    afterPlanning: ({ program, startMs, wasKnown }, context) => {
      const work = workOf(context);
      if (!work) return;
      work.wasPlanned = wasKnown;
      work.report?.planned(program);
      if (!work.trace) return;
      if (work.parsingSince !== undefined) work.trace.parsed(work.parsingSince, startMs);
      work.trace.planned(startMs, performance.now(), wasKnown);
    },
    contextOf: ({ service }, context) => {
      const work = workOf(context);
      if (!work) return context;
      work.fetches += 1;
      if (!work.trace && !work.report) return context;
      return new FetchContext(context, work.trace?.startFetch(service), work.report !== undefined);
    },
    afterFetch: (fetch, outcome, context) => {
      measure?.(fetch.service, outcome);
      const work = workOf(context);
      if (work && outcome.wasKept) work.cachedFetches += 1;
      if (!(context instanceof FetchContext)) return;
      work?.report?.fetched(fetch, outcome);
      if (outcome.wasKept) context.span?.setAttribute("graph.cached", true);
      if (outcome.failure && context.span) failSpan(context.span, outcome.failure.code);
      context.span?.end();
    },
  };
}
