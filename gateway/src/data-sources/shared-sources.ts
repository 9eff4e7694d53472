import type { SubgraphSource } from "./subgraph-source.js";

export type Subgraph = { readonly name: string; readonly url: string };

/**
 * Sources that several supergraphs use, one for each subgraph and URL: what it holds, such as connections, stays when a
 * supergraph takes the place of another, and is released after its last use.
 */
export class SharedSources {
  readonly #sources = new Map<string, SubgraphSource>();
  readonly #uses = new Map<SubgraphSource, number>();

  /** Gives sources of `make`. For each that it gives, `release` has to follow. */
  via(make: (subgraph: Subgraph) => SubgraphSource): (subgraph: Subgraph) => SubgraphSource {
    return (subgraph) => this.#use(subgraph, make);
  }

  #use(subgraph: Subgraph, make: (subgraph: Subgraph) => SubgraphSource): SubgraphSource {
    const key = JSON.stringify([subgraph.name, subgraph.url]);
    const source = this.#sources.get(key) ?? make(subgraph);
    this.#sources.set(key, source);
    this.#uses.set(source, (this.#uses.get(source) ?? 0) + 1);
    return source;
  }

  async release(source: SubgraphSource): Promise<void> {
    const uses = this.#uses.get(source) ?? 0;
    if (uses > 1) {
      this.#uses.set(source, uses - 1);
      return;
    }
    this.#uses.delete(source);
    for (const [key, known] of this.#sources) if (known === source) this.#sources.delete(key);
    await source.close?.();
  }
}
