import type { GatewayContext, SubgraphOperation } from "../../data-sources/subgraph-source.js";
import type { FetchFailure } from "../../responses/fetch-failure.js";

/** One request to a subgraph, as hooks see it. */
export interface SubgraphFetch {
  readonly service: string;
  readonly operation: SubgraphOperation;
  /** The entities that are asked for, each once. Empty for a fetch of root fields. */
  representations(): readonly Record<string, unknown>[];
}

/** How a fetch ended. */
export interface FetchOutcome {
  readonly durationMs: number;
  /** Undefined: there was a usable response, which may hold errors. */
  readonly failure: FetchFailure | undefined;
}

/** What others may do about the fetches of the executor. To cancel a request, abort the signal of its context. */
export interface FetchHooks {
  /** Called before a fetch. A failure that it returns stands in place of the response, and no request is sent. */
  readonly beforeFetch?: (fetch: SubgraphFetch, context: GatewayContext) => FetchFailure | undefined;
  /** Called after each fetch that was sent. */
  readonly afterFetch?: (fetch: SubgraphFetch, outcome: FetchOutcome, context: GatewayContext) => void;
}
