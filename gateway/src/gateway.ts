import type { AllowedOrigins } from "@an-sinh/server/allowed-origins";
import type { LandingPage } from "@an-sinh/server/landing-page";
import { createGraphQLServer, type GraphQLServer } from "@an-sinh/server/graphql-server";
import { anonymous } from "@an-sinh/server/caller";
import type { GatewayContext } from "./data-sources/subgraph-source.js";
import { presentGatewayError } from "./errors/present-gateway-error.js";
import { GatewayRequest, type Identify } from "./gateway-request.js";
import { defaultQueryLimits, queryLimitsRule, type QueryLimits } from "./limits/query-limits.js";
import { parseExactJson } from "./responses/exact-json.js";
import { createSupergraphGateway, type SupergraphOptions } from "./supergraph-gateway.js";
import { SupergraphError } from "./supergraph.js";

export interface GatewayOptions extends SupergraphOptions {
  readonly introspection: boolean;
  readonly limits?: QueryLimits;
  readonly corsOrigins?: AllowedOrigins;
  readonly landingPage?: LandingPage | undefined;
  /** Default: every client is anonymous. */
  readonly identify?: Identify;
}

/** Builds a gateway over any supergraph, with GraphQL at `/` and `/graphql`. It does not listen yet. */
export async function createGateway(options: GatewayOptions): Promise<GraphQLServer> {
  const { logger, introspection, corsOrigins, landingPage, limits = defaultQueryLimits } = options;
  const { identify = async () => anonymous } = options;
  const graph = createSupergraphGateway(options);
  try {
    const running = await createGraphQLServer<GatewayContext>({
      graph,
      logger,
      introspection,
      corsOrigins: corsOrigins ?? [],
      landingPage,
      paths: ["/graphql", "/"],
      createContext: async (request) => new GatewayRequest(request, await identify(request)),
      parseJson: parseExactJson,
      validationRules: [queryLimitsRule(limits)],
      maxTokens: limits.tokens,
      formatError: (error) => presentGatewayError(error, limits),
    });
    return { ...running, close: () => running.close().finally(graph.closeSources) };
  } catch (error) {
    await graph.closeSources();
    throw new SupergraphError(error);
  }
}
