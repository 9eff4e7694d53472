import type { IdentifiedContext } from "../apollo-plugins.js";
import type { ObserveRequest } from "../observation/answered-request.js";
import type { RunningGraph } from "../running-graph.js";
import { CacheMetrics } from "./cache-metrics.js";
import type { Meters } from "./meters.js";
import type { OperationLabels } from "./operation-labels.js";
import { measureRequests } from "./request-metrics.js";

export interface ServerMetricsOptions {
  readonly meters: Meters;
  /** Undefined: all operations are measured as one. */
  readonly labels?: OperationLabels | undefined;
  readonly caches?: CacheMetrics;
}

/** Counts requests that are refused because too many are under way. */
export function countShed({ meters }: ServerMetricsOptions): () => void {
  let shed = 0;
  meters.total({
    name: "graph_requests_shed_total",
    help: "Requests that were refused at once because too many were under way. They are no part of graph_requests_total.",
    read: () => [{ labels: {}, value: shed }],
  });
  return () => {
    shed += 1;
  };
}

/** Measures a server's requests, and tells `observe` of them. */
export function measuring<Context extends IdentifiedContext>(
  { meters, labels, caches = new CacheMetrics(meters) }: ServerMetricsOptions,
  currentGraph: () => RunningGraph<Context>,
  observe: ObserveRequest<Context> | undefined,
): ObserveRequest<Context> {
  const measure = measureRequests(meters, labels);
  meters.gauge({
    name: "graph_requests_in_flight",
    help: "Requests that are being answered.",
    read: () => [{ labels: {}, value: currentGraph().requests }],
  });
  const documents = { hits: 0, misses: 0 };
  caches.add("documents", () => {
    const { entries, size: bytes } = currentGraph().direct.kept;
    return { entries, bytes, ...documents };
  });
  return (request) => {
    if (request.wasKnown) documents.hits += 1;
    else documents.misses += 1;
    measure(request);
    observe?.(request);
  };
}
