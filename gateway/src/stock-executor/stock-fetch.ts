import type { GraphQLDataSourceProcessOptions } from "@apollo/gateway";
import { toJsonText } from "../responses/exact-json.js";
import { toPlainJson } from "../responses/plain-json.js";
import type { GatewayContext, SubgraphVariables } from "../data-sources/subgraph-source.js";

export type StockFetchOptions = GraphQLDataSourceProcessOptions<GatewayContext>;

/** One fetch, as Apollo Gateway's executor asks for it. */
export interface StockFetch {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Record<string, unknown> | undefined;
}

export function toFetch({ request }: StockFetchOptions): StockFetch {
  const { query, operationName, variables } = request;
  if (query === undefined) throw new Error("Expected a planned fetch to have a query");
  return { query, operationName, variables };
}

/** The context of the client's request. Only Apollo Gateway's health checks have none, and they are off. */
export function toContext(options: StockFetchOptions): GatewayContext {
  if (!("incomingRequestContext" in options)) throw new Error("Expected a fetch for a client's request");
  return options.context;
}

/** Apollo Gateway makes the variables, with the representations, for one fetch. */
export function toVariables({ variables = {} }: StockFetch): SubgraphVariables {
  return {
    text: () => toJsonText(variables),
    values: () => toPlainJson(variables) as Record<string, unknown>,
  };
}
