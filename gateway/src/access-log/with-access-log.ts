import { LocalDataSource } from "../data-sources/local-data-source.js";
import type { SubgraphSource } from "../data-sources/subgraph-source.js";
import { keyOf, readAuditedTypes } from "../execution/operation/audited-types.js";
import type { SupergraphOptions } from "../supergraph-gateway.js";
import { createAccessLogGraph } from "./access-log-graph.js";
import { accessLogGraph } from "./access-log-sdl.js";
import type { LookUps } from "./look-ups.js";

type SourceOptions = Pick<SupergraphOptions, "composed" | "sourceFor" | "logger"> & {
  readonly requestTimeoutMs?: number;
};

/** The options of a gateway that serves the access log itself. `lookUps` is undefined where it keeps none. */
export function withAccessLog<Options extends SourceOptions>(
  options: Options,
  lookUps: LookUps | undefined,
): Options {
  const { composed, sourceFor, logger, requestTimeoutMs = 30_000 } = options;
  const serveLog = () => {
    const audited = readAuditedTypes(composed);
    const types = audited.filter((type) => keyOf(type).length > 0).map(({ name }) => name);
    const graph = createAccessLogGraph({ lookUps, types: [...new Set(types)].toSorted(), logger });
    const source = new LocalDataSource(graph, logger, requestTimeoutMs);
    // It is a part of the gateway, no department: it has no state to show.
    const fetch: SubgraphSource["fetch"] = (...asked) => source.fetch(...asked);
    return { fetch };
  };
  return {
    ...options,
    sourceFor: (subgraph) => (subgraph.url === accessLogGraph.url ? serveLog() : sourceFor(subgraph)),
  };
}
