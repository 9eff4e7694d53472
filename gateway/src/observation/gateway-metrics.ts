import type { CacheMetrics, CacheState } from "@an-sinh/server/metrics/cache-metrics";
import type { Meters } from "@an-sinh/server/metrics/meters";
import { endOf, type FetchOutcome } from "../execution/run/fetch-hooks.js";
import type { ReadRecorder } from "../execution/run/read-recorder.js";
import type { ResponseCache } from "../response-cache/response-cache.js";
import type { SubgraphState } from "../resilience/subgraph-state.js";
import type { SupergraphState } from "../supergraph/supergraph-state.js";

/** What can be read of the graph that serves now. */
export interface ObservedGraph {
  readonly supergraph: SupergraphState;
  subgraphStates(): readonly SubgraphState[];
  programs(): CacheState;
  /** Undefined: no responses are kept. */
  readonly responses: ResponseCache | undefined;
}

/** Measures fetches. Returns what notes one. */
export function measureFetches(meters: Meters): (subgraph: string, outcome: FetchOutcome) => void {
  const note = meters.durations(
    "graph_subgraph_fetch_duration_seconds",
    "How long the fetches from a subgraph took, with retries.",
    "subgraph",
  );
  const count = meters.counterOfTwo(
    "graph_subgraph_fetches_total",
    "Fetches from a subgraph, by how they ended: answered, cached (the subgraph was not asked), or the code of the failure.",
    ["subgraph", "outcome"],
  );
  return (subgraph, outcome) => {
    if (!outcome.wasKept) note(subgraph, outcome.durationMs);
    count(subgraph, endOf(outcome));
  };
}

const states = ["closed", "open", "half-open"] as const;

/** Reads how subgraphs and caches are whenever the metrics are read. */
export function measureGraph(meters: Meters, caches: CacheMetrics, graph: ObservedGraph): void {
  const each = (valuesOf: (state: SubgraphState) => Record<string, number>, label?: string) => () =>
    graph.subgraphStates().flatMap((subgraph) =>
      Object.entries(valuesOf(subgraph)).map(([name, value]) => ({
        labels: { subgraph: subgraph.name, ...(label === undefined ? {} : { [label]: name }) },
        value,
      })),
    );
  meters.gauge({
    name: "graph_subgraph_state",
    help: "1 for the state in which the calls of a subgraph are, else 0; the sum of all processes. Open: it is not asked.",
    labels: ["subgraph", "state"],
    read: each(
      ({ state }) => Object.fromEntries(states.map((name) => [name, Number(name === state)])),
      "state",
    ),
  });
  meters.gauge({
    name: "graph_subgraph_last_answer_timestamp_seconds",
    help: "When a subgraph gave its last good response.",
    labels: ["subgraph"],
    together: "max",
    read: each(({ lastAnsweredAt: at }): Record<string, number> => (at === null ? {} : { at: at / 1_000 })),
  });
  meters.total({
    name: "graph_subgraph_retries_total",
    help: "Calls of a subgraph that were sent again.",
    labels: ["subgraph"],
    read: each(({ retries = 0 }) => ({ retries })),
  });
  meters.total({
    name: "graph_subgraph_shared_fetches_total",
    help: "Fetches that shared the call of an identical one that was under way.",
    labels: ["subgraph"],
    read: each(({ sharedFetches = 0 }) => ({ sharedFetches })),
  });
  measureSupergraph(meters, graph.supergraph);
  caches.add("programs", () => graph.programs());
  measureResponses(meters, caches, graph.responses);
}

function measureResponses(meters: Meters, caches: CacheMetrics, responses: ResponseCache | undefined): void {
  if (responses) caches.add("responses", () => responses.state);
  const redis = () => responses?.shared;
  if (redis()) caches.add("responses in Redis", () => redis() ?? { hits: 0, misses: 0 });
  meters.total({
    name: "graph_response_cache_unreadable_total",
    help: "Values in Redis, in the place of a kept response, that no gateway can have put there.",
    read: () => [{ labels: {}, value: redis()?.unreadable ?? 0 }],
  });
}

function measureSupergraph(meters: Meters, supergraph: SupergraphState): void {
  meters.total({
    name: "graph_supergraph_replacements_total",
    help: "How often another supergraph has taken the place of the one before.",
    read: () => [{ labels: {}, value: supergraph.replacements }],
  });
  meters.gauge({
    name: "graph_supergraph_loaded_timestamp_seconds",
    help: "Since when the supergraph is served.",
    together: "max",
    read: () => [{ labels: {}, value: supergraph.loadedAt.getTime() / 1_000 }],
  });
  meters.gauge({
    name: "graph_supergraph_refused",
    help: "1 where the newest supergraph was refused, and the one before serves on, else 0.",
    together: "max",
    read: () => [{ labels: {}, value: supergraph.refused ? 1 : 0 }],
  });
}

/** Counts the entries of the access log. */
export function countEntries(meters: Meters, recorder: ReadRecorder): ReadRecorder {
  const count = meters.counter(
    "graph_access_log_entries_total",
    "Entries of the access log, by whether they were written: written, failed.",
    "outcome",
    ["written", "failed"],
  );
  const counted = (writing: Promise<void>): Promise<void> =>
    writing.then(
      () => count("written"),
      (error: unknown) => {
        count("failed");
        throw error;
      },
    );
  return {
    admit: (operation, context) => recorder.admit(operation, context),
    record: (operation, read, context) => counted(recorder.record(operation, read, context)),
    refuse: (operation, code, context) => counted(recorder.refuse(operation, code, context)),
  };
}
