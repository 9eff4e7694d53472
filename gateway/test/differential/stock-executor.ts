import { buildOperationContext, executeQueryPlan } from "@apollo/gateway";
import { operationFromDocument, type Supergraph } from "@apollo/federation-internals";
import { QueryPlanner, type QueryPlan } from "@apollo/query-planner";
import type { DocumentNode, GraphQLSchema } from "graphql";
import type { AskSubgraph, Response } from "./faults.js";
import type { Answer } from "./oracles.js";

/** Apollo's own planner and executor, without what our gateway does around them. */
export class StockExecutor {
  readonly #planner: QueryPlanner;
  readonly #supergraphSchema: GraphQLSchema;

  constructor(
    readonly supergraph: Supergraph,
    readonly apiSchema: GraphQLSchema,
  ) {
    this.#planner = new QueryPlanner(supergraph);
    this.#supergraphSchema = supergraph.schema.toGraphQLJSSchema();
  }

  async answer(
    document: DocumentNode,
    variables: Record<string, unknown>,
    ask: AskSubgraph,
  ): Promise<Answer> {
    const plan = this.#plan(document);
    if (plan instanceof Error)
      return { errors: [{ message: plan.message, extensions: { code: planningFailed } }] };
    const services = Object.fromEntries(
      this.supergraph.subgraphsMetadata().map(({ name }) => [name, { process: processWith(name, ask) }]),
    );
    const context = { request: { variables }, context: {}, logger: silentLogger, metrics: {} };
    const result = await executeQueryPlan(
      plan,
      services,
      context as unknown as Parameters<typeof executeQueryPlan>[2],
      buildOperationContext({ schema: this.apiSchema, operationDocument: document }),
      this.#supergraphSchema,
      this.supergraph.apiSchema(),
    );
    // Some errors of its own are plain ones, which JSON would make empty.
    const errors = result.errors?.map(({ message, path, extensions }) => ({ message, path, extensions }));
    return JSON.parse(JSON.stringify({ ...result, ...(errors ? { errors } : {}) })) as Answer;
  }

  #plan(document: DocumentNode): QueryPlan | Error {
    try {
      const operation = operationFromDocument(this.supergraph.apiSchema(), document, { validate: false });
      return this.#planner.buildQueryPlan(operation);
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}

/** The code of an answer to an operation for which Apollo's planner throws an error. */
export const planningFailed = "PLANNING_FAILED";

function processWith(subgraph: string, ask: AskSubgraph) {
  return ({ request }: { readonly request: { query?: string; variables?: Record<string, unknown> } }) =>
    ask(subgraph, request.query ?? "", request.variables ?? {}).then(
      (response) => JSON.parse(JSON.stringify(response)) as Response,
    );
}

const silentLogger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
