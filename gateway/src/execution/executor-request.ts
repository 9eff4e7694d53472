import type { ExecutorRequest as ApolloRequest } from "@an-sinh/server/executable-graph";
import type { GatewayContext } from "../data-sources/subgraph-source.js";
import type { ExecutorRequest } from "./executor.js";

/** What Apollo Server asks, as our executor takes it. */
export const toExecutorRequest = ({ document, request, context }: ApolloRequest): ExecutorRequest => ({
  document,
  operationName: request.operationName,
  variables: request.variables ?? {},
  context: context as unknown as GatewayContext,
});
