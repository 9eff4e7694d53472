import type { ApolloServerOptions } from "@apollo/server";
import { execute, type GraphQLSchema } from "graphql";
import type { IdentifiedContext } from "./apollo-plugins.js";

type Gateway = NonNullable<ApolloServerOptions<IdentifiedContext>["gateway"]>;
type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

/** What answers: a schema with resolvers, or a gateway over subgraphs. */
export type ExecutableGraph = { readonly schema: GraphQLSchema } | { readonly gateway: Gateway };

/**
 * Apollo Server hands on a copy of the context, in which an object of a class with private members is broken. So
 * the context that was made travels inside another.
 */
export interface CarriedContext extends IdentifiedContext {
  readonly carried: object;
}

/** The graph as Apollo Server runs it, executed with the very context that was made for the request. */
export function toApolloGateway(graph: ExecutableGraph): Gateway {
  return "schema" in graph ? fromSchema(graph.schema) : fromGateway(graph.gateway);
}

function fromSchema(schema: GraphQLSchema): Gateway {
  const executor: Executor = async ({ document, request, context }) =>
    execute({
      schema,
      document,
      contextValue: carriedBy(context),
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

function fromGateway(gateway: Gateway): Gateway {
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    load: async (options) => {
      const { executor } = await gateway.load(options);
      return {
        executor: executor && ((request) => executor({ ...request, context: carriedBy(request.context) })),
      };
    },
  };
}

function carriedBy(context: Record<string, unknown>): object {
  const { carried } = context;
  if (typeof carried !== "object" || carried === null)
    throw new Error("Expected a context made by this server");
  return carried;
}
