import { JsonText } from "@an-sinh/server/json-text";
import type { Executor, Gateway } from "@an-sinh/server/executable-graph";
import type { Logger } from "@an-sinh/server/logger";
import { ApolloGateway } from "@apollo/gateway";
import type { GraphQLSchema } from "graphql";
import type { Authorization } from "../authorization/authorization.js";
import { supportAccessDirectives } from "../authorization/supported-features.js";
import type { SubgraphSource } from "../data-sources/subgraph-source.js";
import { disableVendorTelemetry } from "../env.js";
import { toClientFault } from "../errors/client-faults.js";
import { toExecutorRequest } from "../execution/executor-request.js";
import { plannerConfig } from "../execution/plan/planner.js";
import { AnswerTooLargeError, checkBytes, type AnswerLimits } from "../responses/answer-budget.js";
import { toJsonText } from "../responses/exact-json.js";
import { stockRejection } from "./stock-authorization.js";
import { toStockSource } from "./stock-source.js";

interface StockOptions {
  readonly supergraphSdl: string;
  readonly logger: Logger;
  readonly sourceOf: (subgraph: { readonly name: string; readonly url: string }) => SubgraphSource;
  readonly authorizationOf: (schema: GraphQLSchema) => Authorization;
  readonly answerLimits: AnswerLimits;
  readonly admit: (execute: Executor) => Executor;
}

/** A graph over subgraphs that Apollo Gateway answers by itself. */
export function stockGraph(options: StockOptions): Gateway {
  const { supergraphSdl, logger, sourceOf, authorizationOf, answerLimits, admit } = options;
  disableVendorTelemetry();
  supportAccessDirectives();
  const apollo = new ApolloGateway({
    supergraphSdl,
    logger,
    // Apollo Gateway 2.14.4 shows the query plan to any client that asks, unless NODE_ENV is "production".
    // Test: gateway/test/privacy.test.ts.
    __exposeQueryPlanExperimental: false,
    queryPlannerConfig: plannerConfig,
    buildService: ({ name, url }) => toStockSource(sourceOf({ name, url: url ?? "" })),
  });
  return {
    onSchemaLoadOrUpdate: (callback) => apollo.onSchemaLoadOrUpdate(callback),
    stop: () => apollo.stop(),
    load: async () => {
      // The server passes on an APOLLO_KEY from the environment. Apollo Gateway 2.14.4 then logs a warning that it
      // does not use the key. Test: gateway/test/main.test.ts.
      const { executor, schema } = await apollo.load({ apollo: {} });
      const authorized = authorizedStock(executor, schema, authorizationOf(schema));
      return { executor: admit(withinLimits(authorized, answerLimits)) };
    },
  };
}

/** Rejects what the caller may not see, and leaves the rest to Apollo Gateway. */
function authorizedStock(execute: Executor, schema: GraphQLSchema, authorization: Authorization): Executor {
  return async (asked) => {
    const errors = await stockRejection(toExecutorRequest(asked), schema, authorization);
    if (errors.length > 0) return { errors };
    try {
      return await execute(asked);
    } catch (error) {
      throw toClientFault(error) ?? error;
    }
  };
}

/**
 * Measures the finished answer. Apollo Gateway takes what a source throws for a failure of the subgraph alone, and writes
 * no text, so the server sends this one.
 */
function withinLimits(execute: Executor, limits: AnswerLimits): Executor {
  return async (asked) => {
    const answer = await execute(asked);
    if (!answer.data) return answer;
    try {
      toExecutorRequest(asked).context.budget?.check();
      const text = toJsonText(answer.data);
      checkBytes(text, limits);
      return { ...answer, data: new JsonText(text) } as unknown as Awaited<ReturnType<Executor>>;
    } catch (error) {
      if (error instanceof AnswerTooLargeError) return { data: null, errors: [error] };
      throw error;
    }
  };
}
