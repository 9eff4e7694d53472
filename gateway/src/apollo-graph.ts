import type { Executor, Gateway } from "@an-sinh/server/executable-graph";
import type { Logger } from "@an-sinh/server/logger";
import { ApolloGateway } from "@apollo/gateway";
import type { QueryPlanner } from "@apollo/query-planner";
import type { GraphQLSchema } from "graphql";
import { supportAccessDirectives } from "./authorization/supported-features.js";
import type { SubgraphSource } from "./data-sources/subgraph-source.js";
import { disableVendorTelemetry } from "./env.js";
import { plannerConfig } from "./execution/plan/planner.js";
import { toStockSource } from "./stock-executor/stock-source.js";

interface ApolloGraphOptions {
  readonly supergraphSdl: string;
  readonly isChecked: boolean | undefined;
  readonly logger: Logger;
  readonly sourceOf: (subgraph: { readonly name: string; readonly url: string }) => SubgraphSource;
  /** What clients see, made of what the supergraph shows. Called once. */
  readonly apiOf: (schema: GraphQLSchema) => GraphQLSchema;
  /** Makes what answers requests. */
  readonly executorOf: (loaded: LoadedSupergraph) => Executor;
}

/** What Apollo Gateway has made of a supergraph. */
interface LoadedSupergraph {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly planner: QueryPlanner;
  /** Apollo Gateway's own. */
  readonly executor: Executor;
}

/** A graph over subgraphs, whose supergraph Apollo Gateway reads. */
export function apolloGraph(options: ApolloGraphOptions): Gateway {
  const { supergraphSdl, isChecked, logger, sourceOf, apiOf, executorOf } = options;
  disableVendorTelemetry();
  supportAccessDirectives();
  const apollo = new ApolloGateway({
    supergraphSdl,
    ...(isChecked && { validateSupergraph: false }),
    logger,
    // Apollo Gateway 2.14.4 shows the query plan to any client that asks, unless NODE_ENV is "production".
    // Test: gateway/test/privacy.test.ts.
    __exposeQueryPlanExperimental: false,
    queryPlannerConfig: plannerConfig,
    buildService: ({ name, url }) => toStockSource(sourceOf({ name, url: url ?? "" })),
  });
  let api: GraphQLSchema | undefined;
  const toApi = (schema: GraphQLSchema) => (api ??= apiOf(schema));
  return {
    onSchemaLoadOrUpdate: (callback) =>
      apollo.onSchemaLoadOrUpdate((loaded) => callback({ ...loaded, apiSchema: toApi(loaded.apiSchema) })),
    stop: () => apollo.stop(),
    load: async () => {
      // The server passes on an APOLLO_KEY from the environment. Apollo Gateway 2.14.4 then logs a warning that it
      // does not use the key. Test: gateway/test/main.test.ts.
      const { executor, schema: shown } = await apollo.load({ apollo: {} });
      const schema = toApi(shown);
      // Its own executor reads it for what clients ask about the schema.
      apollo.schema = schema;
      return { executor: executorOf({ schema, executor, planner: plannerOf(apollo) }) };
    },
  };
}

function plannerOf(loaded: ApolloGateway): QueryPlanner {
  // oxlint-disable-next-line no-underscore-dangle -- There is no other way to the planner of a loaded gateway.
  const { queryPlanner } = loaded.__testing();
  if (!queryPlanner) throw new Error("Expected Apollo Gateway to have a query planner after it loaded");
  return queryPlanner;
}
