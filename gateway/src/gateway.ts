import type { LandingPage } from "@an-sinh/server/landing-page";
import { createGraphQLServer, type GraphQLServer } from "@an-sinh/server/graphql-server";
import type { Logger } from "@an-sinh/server/logger";
import { ApolloGateway } from "@apollo/gateway";
import { correctResponses } from "./correct-responses.js";
import type { GatewayContext, SubgraphSource } from "./data-sources/subgraph-source.js";
import { disableVendorTelemetry } from "./env.js";
import { presentGatewayError } from "./errors/present-gateway-error.js";
import type { Executor } from "./executor-setting.js";
import { defaultQueryLimits, queryLimitsRule, type QueryLimits } from "./limits/query-limits.js";
import { withResolvableKeysFirst } from "./planning/key-order.js";
import { reservedNamesOf } from "./planning/reserved-names.js";
import { ResponseShapes } from "./stock-executor/response-shapes.js";
import { toStockSource } from "./stock-executor/stock-source.js";
import { SupergraphError } from "./supergraph.js";

export interface GatewayOptions {
  /** A composed Federation 2 supergraph. */
  readonly supergraphSdl: string;
  /** Makes the source of a subgraph. `url` is the one in the supergraph, it may be empty. */
  readonly sourceFor: (subgraph: { readonly name: string; readonly url: string }) => SubgraphSource;
  readonly logger: Logger;
  readonly introspection: boolean;
  /** Default: compiled. */
  readonly executor?: Executor;
  readonly limits?: QueryLimits;
  readonly corsOrigins?: readonly string[];
  readonly landingPage?: LandingPage | undefined;
}

/** Builds a gateway over any supergraph, with GraphQL at `/` and `/graphql`. It does not listen yet. */
export async function createGateway(options: GatewayOptions): Promise<GraphQLServer> {
  const { supergraphSdl, logger, limits = defaultQueryLimits, sourceFor, ...server } = options;
  const sources: SubgraphSource[] = [];
  const shapes = new ResponseShapes(supergraphSdl);
  disableVendorTelemetry();
  const gateway = new ApolloGateway({
    supergraphSdl: withResolvableKeysFirst(supergraphSdl),
    logger,
    // Apollo Gateway 2.14.4 shows the query plan to any client that asks, unless NODE_ENV is "production".
    // Test: gateway/test/privacy.test.ts.
    __exposeQueryPlanExperimental: false,
    buildService: ({ name, url }) => {
      const source = sourceFor({ name, url: url ?? "" });
      sources.push(source);
      return toStockSource(name, source, shapes);
    },
  });
  const closeSources = () => Promise.all(sources.map((source) => source.close?.()));
  try {
    const running = await createGraphQLServer<GatewayContext>({
      ...server,
      logger,
      graph: { gateway: correctResponses(gateway, reservedNamesOf(supergraphSdl)) },
      paths: ["/graphql", "/"],
      createContext: ({ requestId, signal }) => ({ requestId, signal }),
      validationRules: [queryLimitsRule(limits)],
      maxTokens: limits.tokens,
      formatError: (error) => presentGatewayError(error, limits),
    });
    return { ...running, close: () => running.close().finally(closeSources) };
  } catch (error) {
    await closeSources();
    throw new SupergraphError(error);
  }
}
