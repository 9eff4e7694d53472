import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import type { SubgraphFetch, SubgraphResponse } from "../responses/subgraph-response.js";

/** What the gateway knows of a request while it answers it. */
export interface GatewayContext {
  readonly requestId: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** How the gateway calls one subgraph. */
export interface SubgraphSource extends GraphQLDataSource<GatewayContext> {
  process(options: SubgraphFetchOptions): Promise<SubgraphResponse>;
  /** True where graphql-js made the response in this process: then its values have the types of the schema. */
  readonly isWellFormed?: boolean;
  /** Releases what the source holds, such as connections. */
  close?(): Promise<void>;
}

export type SubgraphFetchOptions = GraphQLDataSourceProcessOptions<GatewayContext>;

export function toFetch({ request }: SubgraphFetchOptions): SubgraphFetch {
  const { query, operationName, variables } = request;
  if (query === undefined) throw new Error("Expected a planned fetch to have a query");
  return { query, operationName, variables };
}

/** The context of the client's request. Only Apollo Gateway's health checks have none, and they are off. */
export function toContext(options: SubgraphFetchOptions): GatewayContext {
  if (!("incomingRequestContext" in options)) throw new Error("Expected a fetch for a client's request");
  return options.context;
}
