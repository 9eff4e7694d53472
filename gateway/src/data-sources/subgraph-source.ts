import type { SubgraphResponse } from "../responses/subgraph-response.js";

/** What the gateway knows of a request while it answers it. */
export interface GatewayContext {
  readonly requestId: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

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

/** How the gateway calls one subgraph. */
export interface SubgraphSource {
  /**
   * True where graphql-js makes the responses in this process. Then their values have the types of the schema. The value
   * of a scalar may be an object that the subgraph goes on using and that is no plain JSON: see `toPlainJson`.
   */
  readonly isInProcess?: boolean;
  /** Throws `FetchFailedError` where there is no usable response. */
  fetch(
    operation: SubgraphOperation,
    variables: SubgraphVariables,
    context: GatewayContext,
  ): Promise<SubgraphResponse>;
  /** Releases what the source holds, such as connections. */
  close?(): Promise<void>;
}
