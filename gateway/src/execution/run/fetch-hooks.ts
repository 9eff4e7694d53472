import type { GatewayContext, SubgraphOperation } from "../../data-sources/subgraph-source.js";
import type { FetchFailure } from "../../responses/fetch-failure.js";
import type { Program } from "./program.js";

/** One request to a subgraph, as hooks see it. */
export interface SubgraphFetch {
  readonly service: string;
  readonly operation: SubgraphOperation;
  /** The entities that are asked for, each once. Empty for a fetch of root fields. */
  representations(): readonly Record<string, unknown>[];
}

/** How a fetch ended. */
export interface FetchOutcome {
  /** When it began, by `performance.now()`. */
  readonly startMs: number;
  readonly durationMs: number;
  /** Undefined: there was a usable response, which may hold errors. */
  readonly failure: FetchFailure | undefined;
  /** How many SQL statements the subgraph sent for it. Undefined: it did not say. */
  readonly statements: number | undefined;
  /** Whether the response was kept, and the subgraph was not asked. */
  readonly wasKept: boolean;
}

/** How a fetch ended, in a word: "answered", "cached" where the response was kept, or the code of its failure. */
export const endOf = ({ failure, wasKept }: FetchOutcome): string =>
  failure?.code ?? (wasKept ? "cached" : "answered");

/** How an operation was planned. */
export interface Planning {
  readonly program: Program;
  /** When it began, by `performance.now()`. It is over now. */
  readonly startMs: number;
  /** Whether the program was made for an earlier request. */
  readonly wasKnown: boolean;
}

/** What others may do about the fetches of the executor. To cancel a request, abort the signal of its context. */
export interface FetchHooks {
  /** Called before an operation is executed. */
  readonly afterPlanning?: (planning: Planning, context: GatewayContext) => void;
  /** Called before a fetch. A failure that it returns stands in place of the response, and no request is sent. */
  readonly beforeFetch?: (fetch: SubgraphFetch, context: GatewayContext) => FetchFailure | undefined;
  /** The context with which a fetch is sent, and with which `afterFetch` is called. Default: that of the request. */
  readonly contextOf?: (fetch: SubgraphFetch, context: GatewayContext) => GatewayContext;
  /** Called after each fetch that was sent. */
  readonly afterFetch?: (fetch: SubgraphFetch, outcome: FetchOutcome, context: GatewayContext) => void;
}
