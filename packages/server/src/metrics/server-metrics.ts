import type { IdentifiedContext } from "../apollo-plugins.js";
import { refusedRequest, type ObserveRequest } from "../observation/answered-request.js";
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

const shedRequest = refusedRequest("", { status: 503, code: "OVERLOADED" });

interface Measuring<Context> {
  /** Measures a request, and tells others of it. */
  readonly observe: ObserveRequest<Context>;
  /** Counts one that is refused because too many are under way. No log tells of it: there are too many. */
  readonly onShed: () => void;
}

/** Measures a server's requests. `observe` are the others who are told. */
export function measuring<Context extends IdentifiedContext>(
  { meters, labels, caches = new CacheMetrics(meters) }: ServerMetricsOptions,
  currentGraph: () => RunningGraph<Context>,
  observe: ObserveRequest<Context> | undefined,
): Measuring<Context> {
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
  let shed = 0;
  meters.total({
    name: "graph_requests_shed_total",
    help: "Requests that were refused at once because too many were under way. They are refused in graph_requests_total.",
    read: () => [{ labels: {}, value: shed }],
  });
  return {
    onShed: () => {
      shed += 1;
      measure(shedRequest);
    },
    observe: (request) => {
      if (request.wasKnown) documents.hits += 1;
      else if (request.context) documents.misses += 1;
      measure(request);
      observe?.(request);
    },
  };
}
