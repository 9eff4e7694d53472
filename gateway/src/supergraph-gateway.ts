import { ClientError } from "@an-sinh/server/errors";
import type { ExecutableGraph } from "@an-sinh/server/executable-graph";
import type { Logger } from "@an-sinh/server/logger";
import { ApolloGateway } from "@apollo/gateway";
import type { QueryPlanner } from "@apollo/query-planner";
import type { GatewayContext, SubgraphSource } from "./data-sources/subgraph-source.js";
import { disableVendorTelemetry } from "./env.js";
import { CompiledExecutor } from "./execution/executor.js";
import type { FetchHooks } from "./execution/run/fetch-hooks.js";
import { plannerConfig } from "./execution/plan/planner.js";
import type { Executor } from "./executor-setting.js";
import { prepareSupergraph } from "./planning/prepare-supergraph.js";
import { toStockSource } from "./stock-executor/stock-source.js";

export interface SupergraphOptions {
  /** A composed Federation 2 supergraph. */
  readonly supergraphSdl: string;
  /** Makes the source of a subgraph. `url` is the one in the supergraph, it may be empty. */
  readonly sourceFor: (subgraph: { readonly name: string; readonly url: string }) => SubgraphSource;
  readonly logger: Logger;
  /** Default: compiled. */
  readonly executor?: Executor;
  readonly hooks?: FetchHooks | undefined;
}

type ApolloGraph = Extract<ExecutableGraph, { readonly gateway: unknown }>["gateway"];
type Execute = NonNullable<Awaited<ReturnType<ApolloGraph["load"]>>["executor"]>;

/** A graph over subgraphs: Apollo Gateway reads the supergraph and plans, and our executor answers. */
export interface SupergraphGateway {
  readonly gateway: ApolloGraph;
  closeSources(): Promise<void>;
}

export function createSupergraphGateway(options: SupergraphOptions): SupergraphGateway {
  const { supergraphSdl, sourceFor, logger, executor = "compiled", hooks = {} } = options;
  const sources = new Map<string, SubgraphSource>();
  const supergraph = prepareSupergraph(supergraphSdl);
  disableVendorTelemetry();
  const apollo = new ApolloGateway({
    supergraphSdl: executor === "stock" ? supergraphSdl : supergraph.sdl,
    logger,
    // Apollo Gateway 2.14.4 shows the query plan to any client that asks, unless NODE_ENV is "production".
    // Test: gateway/test/privacy.test.ts.
    __exposeQueryPlanExperimental: false,
    queryPlannerConfig: plannerConfig,
    buildService: ({ name, url }) => {
      const source = sourceFor({ name, url: url ?? "" });
      sources.set(name, source);
      return toStockSource(source);
    },
  });
  return {
    gateway: {
      onSchemaLoadOrUpdate: (callback) => apollo.onSchemaLoadOrUpdate(callback),
      stop: () => apollo.stop(),
      load: async () => {
        // The server passes on an APOLLO_KEY from the environment. Apollo Gateway 2.14.4 then logs a warning that it
        // does not use the key. Test: gateway/test/main.test.ts.
        const loaded = await apollo.load({ apollo: {} });
        if (executor === "stock") return loaded;
        const { schema } = loaded;
        const planner = plannerOf(apollo);
        const compiled = new CompiledExecutor({ schema, supergraph, planner, sources, logger, hooks });
        return { executor: toApolloExecutor(compiled) };
      },
    },
    closeSources: async () => {
      await Promise.all([...sources.values()].map((source) => source.close?.()));
    },
  };
}

function plannerOf(loaded: ApolloGateway): QueryPlanner {
  // oxlint-disable-next-line no-underscore-dangle -- There is no other way to the planner of a loaded gateway.
  const { queryPlanner } = loaded.__testing();
  if (!queryPlanner) throw new Error("Expected Apollo Gateway to have a query planner after it loaded");
  return queryPlanner;
}

function toApolloExecutor(compiled: CompiledExecutor): Execute {
  return async ({ document, request, context }) => {
    try {
      const answer = await compiled.execute({
        document,
        operationName: request.operationName,
        variables: request.variables ?? {},
        context: context as unknown as GatewayContext,
      });
      return answer as unknown as Awaited<ReturnType<Execute>>;
    } catch (error) {
      if (error instanceof ClientError) return { errors: [error] };
      throw error;
    }
  };
}
