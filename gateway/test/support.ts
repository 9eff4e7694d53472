import { createGraphQLServer, type GraphQLServer } from "@an-sinh/server/graphql-server";
import { createLogger } from "@an-sinh/server/logger";
import { composeServices } from "@apollo/composition";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, parse, type ExecutionResult, type GraphQLSchema } from "graphql";
import { HttpDataSource } from "../src/data-sources/http-data-source.js";
import { LocalDataSource } from "../src/data-sources/local-data-source.js";
import type { SubgraphSource } from "../src/data-sources/subgraph-source.js";
import { createGateway, type GatewayOptions } from "../src/gateway.js";

export const topologies = ["http", "local"] as const;
export type Topology = (typeof topologies)[number];

type Resolvers = Parameters<typeof buildSubgraphSchema>[0] extends infer Modules
  ? Modules extends { resolvers?: infer Found }
    ? Found
    : never
  : never;

export interface SubgraphCase {
  readonly name: string;
  /** Without the `@link` to federation, which is added with every directive imported. */
  readonly sdl: string;
  readonly resolvers: Record<string, unknown>;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject",
  "@extends", "@tag"
])\n`;

export const silent = createLogger("silent");

export interface GatewayUnderTest {
  readonly url: string;
  readonly supergraphSdl: string;
  query(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts the subgraphs and a gateway over what they compose to. */
export async function startGateway(
  cases: readonly SubgraphCase[],
  topology: Topology,
  options: Partial<GatewayOptions> = {},
): Promise<GatewayUnderTest> {
  const built = cases.map((subgraph) => ({ ...subgraph, ...build(subgraph) }));
  const servers = topology === "http" ? await Promise.all(built.map(({ schema }) => serve(schema))) : [];
  const supergraphSdl = compose(
    built.map(({ name, sdl }, index) => ({
      name,
      url: servers[index]?.url ?? "http://in-process",
      typeDefs: parse(sdl),
    })),
  );
  const sources = (name: string, url: string): SubgraphSource => {
    if (topology === "http") return new HttpDataSource({ name, url, timeoutMs: 2_000 });
    const subgraph = built.find((candidate) => candidate.name === name);
    if (!subgraph) throw new Error(`No subgraph ${name}`);
    return new LocalDataSource({ name, execute: runLocally(subgraph.schema) }, silent);
  };
  const gateway = await createGateway({
    supergraphSdl,
    sourceFor: ({ name, url }) => sources(name, url),
    logger: silent,
    introspection: true,
    ...options,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    supergraphSdl,
    query: (query, variables) => post(`${url}/graphql`, { query, variables }),
    [Symbol.asyncDispose]: async () => {
      await gateway.close();
      await Promise.all(servers.map(({ server }) => server.close()));
    },
  };
}

function build({ sdl, resolvers }: SubgraphCase): { readonly schema: GraphQLSchema; readonly sdl: string } {
  const linked = link + sdl;
  return {
    schema: buildSubgraphSchema([{ typeDefs: parse(linked), resolvers: resolvers as Resolvers }]),
    sdl: linked,
  };
}

async function serve(
  schema: GraphQLSchema,
): Promise<{ readonly url: string; readonly server: GraphQLServer }> {
  const server = await createGraphQLServer({
    graph: { schema },
    logger: silent,
    introspection: true,
    createContext: ({ requestId, signal }) => ({ requestId, signal }),
  });
  const { url } = await server.listen({ host: "127.0.0.1", port: 0 });
  return { url: `${url}/graphql`, server };
}

function runLocally(schema: GraphQLSchema) {
  return async (
    { query, variables }: { query: string; variables?: Record<string, unknown> | undefined },
    call: object,
  ) => execute({ schema, document: parse(query), variableValues: variables, contextValue: call });
}

export function compose(services: Parameters<typeof composeServices>[0]): string {
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.map(({ message }) => message).join("\n"));
  return supergraphSdl;
}

export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<ExecutionResult> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return (await response.json()) as ExecutionResult;
}
