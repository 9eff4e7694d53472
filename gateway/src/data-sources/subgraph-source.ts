import type { Caller } from "@an-sinh/server/caller";
import type { SpanContext } from "@opentelemetry/api";
import type { AnswerBudget } from "../responses/answer-budget.js";
import type { CachePolicy } from "./cache-policy.js";
import type { SubgraphState } from "../resilience/subgraph-state.js";
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
  /** What was done for the request: see `workOf`. Undefined: nobody wants to know. */
  readonly work?: object | undefined;
  /** The span of the fetch. Undefined: it is not traced. */
  readonly trace?: SpanContext | undefined;
  /** Whether the subgraph should say how many statements it sent. */
  readonly reportsStatements?: boolean;
  /** Whether the subgraph should say the version of its data. Only a subgraph in this process is told so. */
  readonly reportsDataVersion?: boolean;
  /** Aborts the signal: what is under way is not needed any more. */
  abandon?(): void;
}

/** How long a fetch may take, in whole milliseconds. Not above 0: the time of its request is over. */
export const fetchTimeMs = ({ deadline = Infinity }: GatewayContext, timeoutMs: number): number =>
  Math.min(timeoutMs, Math.floor(deadline - performance.now()));

/** An operation that a subgraph is asked. It is made once per plan: keep what you make of it by its identity. */
export interface SubgraphOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  /** Undefined: unknown. */
  readonly isMutation?: boolean;
  /** Undefined: its responses are not kept. */
  readonly cache?: CachePolicy | undefined;
  /** Whether the subgraph should say the version of its data. */
  readonly asksDataVersion?: boolean;
  /** Whether it is sent each time, also where an identical one is under way. */
  readonly isUnshared?: boolean;
}

/** The values of the variables of one request. Both forms hold the same values. */
export interface SubgraphVariables {
  /** As the text of a JSON object. */
  text(): string;
  /** As an object that nobody else uses. */
  values(): Record<string, unknown>;
}

/** How the gateway calls one subgraph. */
export interface SubgraphSource {
  /** Whether the entities of its responses are compared with those that were asked for, by their keys. */
  readonly checksKeys?: boolean;
  /** Undefined: the source does not know. */
  readonly state?: SubgraphState | undefined;
  /** Throws `FetchFailedError` where there is no usable response. */
  fetch(
    operation: SubgraphOperation,
    variables: SubgraphVariables,
    context: GatewayContext,
  ): Promise<SubgraphResponse>;
  /** Releases what the source holds, such as connections. */
  close?(): Promise<void>;
}
