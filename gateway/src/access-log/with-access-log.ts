import { parse } from "graphql";
import { LocalDataSource } from "../data-sources/local-data-source.js";
import { keyOf, readAuditedTypes } from "../execution/operation/audited-types.js";
import type { SupergraphOptions } from "../supergraph-gateway.js";
import { createAccessLogGraph } from "./access-log-graph.js";
import { accessLogGraph } from "./access-log-sdl.js";
import type { LookUps } from "./look-ups.js";

type SourceOptions = Pick<SupergraphOptions, "supergraphSdl" | "sourceFor" | "logger"> & {
  readonly requestTimeoutMs?: number;
};

/** The options of a gateway that serves the access log itself. `lookUps` is undefined where it keeps none. */
export function withAccessLog<Options extends SourceOptions>(
  options: Options,
  lookUps: LookUps | undefined,
): Options {
  const { supergraphSdl, sourceFor, logger, requestTimeoutMs = 30_000 } = options;
  const serveLog = () => {
    const audited = readAuditedTypes(parse(supergraphSdl, { noLocation: true }));
    const types = audited.filter((type) => keyOf(type).length > 0).map(({ name }) => name);
    const graph = createAccessLogGraph({ lookUps, types: [...new Set(types)].toSorted(), logger });
    return new LocalDataSource(graph, logger, requestTimeoutMs);
  };
  return {
    ...options,
    sourceFor: (subgraph) => (subgraph.url === accessLogGraph.url ? serveLog() : sourceFor(subgraph)),
  };
}
