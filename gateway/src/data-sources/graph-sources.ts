import type { SubgraphState } from "../resilience/subgraph-state.js";
import type { Subgraph } from "./shared-sources.js";
import type { SubgraphSource } from "./subgraph-source.js";

/** The sources of the subgraphs of one supergraph. */
export class GraphSources {
  readonly #byName = new Map<string, SubgraphSource>();

  constructor(
    private readonly make: (subgraph: Subgraph) => SubgraphSource,
    /** Called with each source when the supergraph uses it no longer. Default: it is closed. */
    private readonly release: (source: SubgraphSource) => Promise<void> = async (source) => source.close?.(),
  ) {}

  /** Those that are open, by the names of their subgraphs. */
  get byName(): ReadonlyMap<string, SubgraphSource> {
    return this.#byName;
  }

  open(subgraph: Subgraph): SubgraphSource {
    const source = this.make(subgraph);
    this.#byName.set(subgraph.name, source);
    return source;
  }

  states(): readonly SubgraphState[] {
    return [...this.#byName.values()].flatMap(({ state }) => state ?? []);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#byName.values()].map((source) => this.release(source)));
  }
}
