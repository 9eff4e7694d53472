import { createGraphQLServer, type GraphQLServer } from "@an-sinh/server/graphql-server";
import { createLogger } from "@an-sinh/server/logger";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, parse, type ExecutionResult, type GraphQLSchema } from "graphql";
import { HttpDataSource } from "../../src/data-sources/http-data-source.js";
import { LocalDataSource, type LocalSubgraph } from "../../src/data-sources/local-data-source.js";
import { createGateway } from "../../src/gateway.js";
import type { GatewayOptions } from "../../src/gateway-options.js";
import { post } from "./post.js";
import { compose, withFederation, type SubgraphSdl } from "./supergraph.js";

export const topologies = ["http", "local"] as const;
export type Topology = (typeof topologies)[number];

type Resolvers = Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown }>["resolvers"];

export interface SubgraphCase extends SubgraphSdl {
  readonly resolvers: Record<string, unknown>;
}

export interface GatewayUnderTest {
  readonly url: string;
  query(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  /** Has it say that it leaves. It goes on answering. */
  drain(): void;
  /** Serves the supergraph that these compose to from now on, over the subgraphs with which it was started. */
  replace(subgraphs: readonly SubgraphSdl[]): Promise<void>;
  /** Reads anew what it read when it was started, as on SIGHUP. */
  reload(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export const silent = createLogger("silent");

/** Starts the subgraphs and a gateway over the supergraph that they compose to. */
export async function startGateway(
  subgraphs: readonly SubgraphCase[],
  topology: Topology,
  options: Partial<GatewayOptions> = {},
): Promise<GatewayUnderTest> {
  const schemas = new Map(subgraphs.map((subgraph) => [subgraph.name, buildSchema(subgraph)]));
  const schemaOf = (name: string): GraphQLSchema => {
    const schema = schemas.get(name);
    if (!schema) throw new Error(`Expected a subgraph ${name}`);
    return schema;
  };
  const servers: GraphQLServer[] = [];
  const serve = async (subgraph: SubgraphCase): Promise<SubgraphSdl> => {
    const { server, url } = await serveSubgraph(schemaOf(subgraph.name));
    servers.push(server);
    return { ...subgraph, url };
  };
  const located = topology === "http" ? await Promise.all(subgraphs.map(serve)) : subgraphs;
  const sourceFor: GatewayOptions["sourceFor"] = ({ name, url }) =>
    topology === "http"
      ? new HttpDataSource({ name, url, timeoutMs: 2_000 })
      : new LocalDataSource({ name, prepare: prepareOn(schemaOf(name)) }, silent);
  const gateway = await createGateway({
    supergraphSdl: compose(located),
    sourceFor,
    logger: silent,
    introspection: true,
    ...options,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    drain: () => gateway.state.drain(),
    replace: (next) => gateway.replaceSupergraph({ supergraphSdl: compose(next), sourceFor }),
    reload: async () => gateway.reload?.(),
    query: (query, variables) => post(`${url}/graphql`, { query, variables }),
    [Symbol.asyncDispose]: async () => {
      await gateway.close();
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

export function buildSchema({ sdl, resolvers }: SubgraphCase): GraphQLSchema {
  return buildSubgraphSchema({ typeDefs: withFederation(sdl), resolvers: resolvers as Resolvers });
}

export async function serveSubgraph(
  schema: GraphQLSchema,
): Promise<{ readonly server: GraphQLServer; readonly url: string }> {
  const server = await createGraphQLServer({
    graph: { schema },
    logger: silent,
    introspection: true,
    createContext: ({ requestId, signal }) => ({ requestId, signal }),
  });
  const { url } = await server.listen({ host: "127.0.0.1", port: 0 });
  return { server, url: `${url}/graphql` };
}

function prepareOn(schema: GraphQLSchema): LocalSubgraph["prepare"] {
  return (query) => {
    const document = parse(query);
    return async (variableValues, operationName, contextValue) =>
      execute({ schema, document, variableValues, operationName, contextValue });
  };
}
