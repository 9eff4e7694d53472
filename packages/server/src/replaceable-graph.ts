import type { IdentifiedContext } from "./apollo-plugins.js";
import type { Logger } from "./logger.js";
import type { RunningGraph } from "./running-graph.js";

/** The graph that answers new requests, and those before it that still answer older ones. */
export class ReplaceableGraph<Context extends IdentifiedContext> {
  readonly #retiring = new Set<RunningGraph<Context>>();
  readonly #logger: Logger;
  #current: RunningGraph<Context>;

  constructor(first: RunningGraph<Context>, logger: Logger) {
    this.#current = first;
    this.#logger = logger;
  }

  get current(): RunningGraph<Context> {
    return this.#current;
  }

  replace(next: RunningGraph<Context>): void {
    const last = this.#current;
    this.#current = next;
    this.#retiring.add(last);
    last
      .retire()
      .catch(({ stack }: Error) => this.#logger.error({ stack }, "A graph that was replaced did not stop."))
      .finally(() => this.#retiring.delete(last));
  }

  /** Stops all of them, whatever is still under way. */
  async stop(): Promise<void> {
    await Promise.all([this.#current, ...this.#retiring].map((graph) => graph.stop()));
  }
}
