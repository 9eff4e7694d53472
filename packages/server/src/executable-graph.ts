import type { ApolloServerOptions } from "@apollo/server";
import { execute, type GraphQLSchema } from "graphql";
import type { IdentifiedContext } from "./apollo-plugins.js";

export type Gateway = NonNullable<ApolloServerOptions<IdentifiedContext>["gateway"]>;
export type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;
/** What an executor is asked. The document is valid and the operation is one that the schema has. */
export type ExecutorRequest = Parameters<Executor>[0];
export type ExecutorResult = Awaited<ReturnType<Executor>>;

/** A graph that can answer requests: a schema with resolvers, or a gateway over subgraphs. */
export type ExecutableGraph = { readonly schema: GraphQLSchema } | { readonly gateway: Gateway };

/** The graph as Apollo Server runs it. */
export const toApolloGateway = (graph: ExecutableGraph): Gateway =>
  "schema" in graph ? fromSchema(graph.schema) : graph.gateway;

function fromSchema(schema: GraphQLSchema): Gateway {
  const executor: Executor = async ({ document, request, context }) =>
    execute({
      schema,
      document,
      contextValue: context,
      variableValues: request.variables,
      operationName: request.operationName,
    });
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    load: async () => ({ executor }),
    stop: async () => undefined,
  };
}
