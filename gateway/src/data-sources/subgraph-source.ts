import type { Caller } from "@an-sinh/server/caller";
import type { AnswerBudget } from "../responses/answer-budget.js";
import type { FetchFailureCode } from "../responses/fetch-failure.js";
import type { SubgraphResponse } from "../responses/subgraph-response.js";

/** What the gateway knows of a request while it answers it. */
export interface GatewayContext {
  readonly requestId: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  readonly caller: Caller;
  /** Until when the request must be answered, by `performance.now()`. Undefined: there is no limit. */
  readonly deadline?: number | undefined;
  /** What the client says it asks for. */
  readonly purpose?: string | undefined;
  /** What subgraphs may still send. Undefined: anything. */
  readonly budget?: AnswerBudget | undefined;
  /** Aborts the signal: what is under way is not needed any more. */
  abandon?(): void;
}

/** How long a fetch may take, in milliseconds. It is at least 1. */
export const fetchTimeMs = ({ deadline = Infinity }: GatewayContext, timeoutMs: number): number =>
  Math.max(1, Math.min(timeoutMs, Math.floor(deadline - performance.now())));

/** An operation that a subgraph is asked. It is made once per plan: keep what you make of it by its identity. */
export interface SubgraphOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  /** Undefined: unknown. */
  readonly isMutation?: boolean;
}

/** The values of the variables of one request. Both forms hold the same values. */
export interface SubgraphVariables {
  /** As the text of a JSON object. */
  text(): string;
  /** As an object that nobody else uses. */
  values(): Record<string, unknown>;
}

/** How a subgraph is, as its calls show it. */
export interface SubgraphState {
  readonly name: string;
  /** Open: it failed again and again, and is not asked for a while. Half-open: one call finds out whether it is back. */
  readonly state: "closed" | "open" | "half-open";
  /** When this state began, by `Date.now()`. */
  readonly since: number;
  /** When its last good response arrived, by `Date.now()`. Null: none has arrived since the start. */
  readonly lastAnsweredAt: number | null;
  /** The code of its last failure. Null: it has not failed since the start. */
  readonly lastFailure: FetchFailureCode | null;
}

/** How the gateway calls one subgraph. */
export interface SubgraphSource {
  /** Undefined: the source does not know. */
  readonly state?: SubgraphState;
  /** Throws `FetchFailedError` where there is no usable response. */
  fetch(
    operation: SubgraphOperation,
    variables: SubgraphVariables,
    context: GatewayContext,
  ): Promise<SubgraphResponse>;
  /** Releases what the source holds, such as connections. */
  close?(): Promise<void>;
}
