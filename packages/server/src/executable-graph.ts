import type { ApolloServerOptions } from "@apollo/server";
import { execute, type DocumentNode, type ExecutionResult, type GraphQLSchema } from "graphql";
import type { IdentifiedContext } from "./apollo-plugins.js";

export type Gateway = NonNullable<ApolloServerOptions<IdentifiedContext>["gateway"]>;
export type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;
/** What an executor is asked. The document is valid and the operation is one that the schema has. */
export type ExecutorRequest = Parameters<Executor>[0];
export type ExecutorResult = Awaited<ReturnType<Executor>>;

/** Executes an operation of a document that is valid. */
export type ExecuteOperation = (request: {
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
}) => Promise<ExecutionResult>;

/** A schema with resolvers. */
interface LocalGraph {
  readonly schema: GraphQLSchema;
  /** Called once for a document while it is known. Default: graphql-js executes it. */
  readonly compile?: (document: DocumentNode) => ExecuteOperation;
}

/** A graph that can answer requests: a schema with resolvers, or a gateway over subgraphs. */
export type ExecutableGraph = LocalGraph | { readonly gateway: Gateway };

/** The graph as Apollo Server runs it. */
export const toApolloGateway = (graph: ExecutableGraph): Gateway =>
  "schema" in graph ? fromSchema(graph) : graph.gateway;

function fromSchema({ schema, compile = interpret(schema) }: LocalGraph): Gateway {
  const compiled = new WeakMap<DocumentNode, ExecuteOperation>();
  const executor: Executor = async ({ document, request, context }) => {
    const { operationName, variables = {} } = request;
    const executeOperation = compiled.get(document) ?? compile(document);
    compiled.set(document, executeOperation);
    return executeOperation({ operationName, variables, context });
  };
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    load: async () => ({ executor }),
    stop: async () => undefined,
  };
}

/** What graphql-js does for a document. */
const interpret =
  (schema: GraphQLSchema) =>
  (document: DocumentNode): ExecuteOperation =>
  async ({ operationName, variables, context }) =>
    execute({ schema, document, contextValue: context, variableValues: variables, operationName });
