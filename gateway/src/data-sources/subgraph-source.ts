import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import type { GraphQLFormattedError } from "graphql";

/** What the gateway knows of a request while it answers it. */
export interface GatewayContext {
  readonly requestId: string;
  /** Fires when the answer is no longer wanted. */
  readonly signal: AbortSignal;
}

/** How one subgraph is reached. */
export interface SubgraphSource extends GraphQLDataSource<GatewayContext> {
  process(options: SubgraphFetchOptions): Promise<SubgraphAnswer>;
  /** Whether every answer is known to have the shape that was asked for, as graphql-js makes it in this process. */
  readonly isShapeKnown?: boolean;
  /** Releases what the source holds, such as connections. */
  close?(): Promise<void>;
}

/** One fetch of a query plan. */
export interface SubgraphFetch {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Record<string, unknown> | undefined;
}

/** What a subgraph answers, as plain JSON. */
export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

export type SubgraphFetchOptions = GraphQLDataSourceProcessOptions<GatewayContext>;

export function toFetch({ request }: SubgraphFetchOptions): SubgraphFetch {
  const { query, operationName, variables } = request;
  if (query === undefined) throw new Error("Expected a planned fetch to have a query");
  return { query, operationName, variables };
}

/** The context of the request; the calls that Apollo Gateway makes on its own account have none. */
export function toContext(options: SubgraphFetchOptions): GatewayContext {
  const { requestId = "gateway", signal = new AbortController().signal } =
    options.context as Partial<GatewayContext>;
  return { requestId, signal };
}
