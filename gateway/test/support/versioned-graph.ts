import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { anonymous, readCaller, writeCaller, type Caller } from "@an-sinh/server/caller";
import { channelKeys, newChannelKey } from "@an-sinh/server/signatures/channel-keys";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, parse, type ExecutionResult, type GraphQLSchema } from "graphql";
import { HttpDataSource } from "../../src/data-sources/http-data-source.js";
import { LocalDataSource } from "../../src/data-sources/local-data-source.js";
import { createGateway } from "../../src/gateway.js";
import type { GatewayOptions } from "../../src/gateway-options.js";
import { toJsonText } from "../../src/responses/exact-json.js";
import { silent, type SubgraphCase, type Topology } from "./gateway.js";
import { compose, withFederation } from "./supergraph.js";

/** For the SDL of a subgraph that uses it. */
export const cacheControlDirective = `
  extend schema @link(url: "https://an-sinh.example/specs/cacheControl/v1.0", import: ["@cacheControl"]) @composeDirective(name: "@cacheControl")
  directive @cacheControl(maxAge: Int, scope: CacheControlScope, inheritMaxAge: Boolean) on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
  enum CacheControlScope { PUBLIC PRIVATE }
`;

/** A subgraph that says the version of its data. Its resolvers find the caller in their context. */
export interface VersionedSubgraph extends SubgraphCase {
  /** Undefined: it does not say one. Throws where the subgraph is to be down. */
  readonly version: () => unknown;
  /** Where it is another one than the gateway believes. */
  readonly servedSdl?: string;
}

/** A call that a subgraph got. */
export interface SeenCall {
  readonly service: string;
  readonly query: string;
  readonly asksVersion: boolean;
  readonly caller: Caller;
}

type Asked = Omit<SeenCall, "service"> & { readonly variables: Record<string, unknown> | undefined };

/** Answers like a department: the version is read before the data. */
async function respond(
  subgraph: VersionedSubgraph,
  schema: GraphQLSchema,
  { query, variables, caller, asksVersion }: Asked,
): Promise<ExecutionResult> {
  const dataVersion = subgraph.version();
  const result = await execute({
    schema,
    document: parse(query),
    variableValues: variables,
    contextValue: { caller },
  });
  return { ...result, ...(asksVersion && dataVersion !== undefined ? { extensions: { dataVersion } } : {}) };
}

/** A gateway over subgraphs that say their versions, with a cache unless the options say otherwise. */
export async function startVersioned(
  subgraphs: readonly VersionedSubgraph[],
  topology: Topology,
  options: Partial<GatewayOptions> = {},
) {
  const calls: SeenCall[] = [];
  const keys = channelKeys.parse(newChannelKey());
  const schemas = new Map(
    subgraphs.map(({ name, sdl, servedSdl = sdl, resolvers }) => [
      name,
      buildSubgraphSchema({ typeDefs: withFederation(servedSdl), resolvers: resolvers as never }),
    ]),
  );
  const ask = (name: string, asked: Asked) => {
    const { query, asksVersion, caller } = asked;
    calls.push({ service: name, query, asksVersion, caller });
    const subgraph = subgraphs.find((known) => known.name === name);
    const schema = schemas.get(name);
    if (!subgraph || !schema) throw new Error(`Expected a subgraph ${name}`);
    return respond(subgraph, schema, asked);
  };
  const servers = topology === "http" ? await Promise.all(subgraphs.map(({ name }) => serve(name, ask))) : [];
  const located = subgraphs.map((subgraph, index) => ({
    ...subgraph,
    url: servers[index]?.url ?? "http://in-process",
  }));
  const sourceFor = ({ name, url }: { readonly name: string; readonly url: string }) =>
    topology === "http"
      ? new HttpDataSource({ name, url, timeoutMs: 2_000, keys, sharesQueries: true })
      : new LocalDataSource(toLocal(name, ask), silent);
  const supergraphSdl = compose(located);
  const gateway = await createGateway({
    supergraphSdl,
    sourceFor,
    logger: silent,
    introspection: true,
    responseCache: { maxBytes: 1_000_000, checkMs: 1_000 },
    identify: async ({ headers }) =>
      typeof headers["x-who"] === "string" ? readCaller(headers["x-who"]) : anonymous,
    ...options,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  return {
    calls,
    gateway,
    supergraphSdl,
    sourceFor,
    /** The queries that subgraphs got, without those for versions alone. */
    queries: () => calls.map(({ query }) => query).filter((query) => query !== "{__typename}"),
    checks: () => calls.filter(({ query }) => query === "{__typename}").length,
    /** The text of an answer. */
    text: (
      query: string,
      caller?: Caller,
      headers: Record<string, string> = {},
      signal: AbortSignal | null = null,
    ) =>
      fetch(`${url}/graphql`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(caller && { "x-who": writeCaller(caller) }),
          ...headers,
        },
        body: JSON.stringify({ query }),
        signal,
      }).then((response) => response.text()),
    url,
    servers,
    [Symbol.asyncDispose]: async () => {
      await gateway.close();
      for (const { stop } of servers) stop();
    },
  };
}

type Ask = (name: string, asked: Asked) => Promise<ExecutionResult>;

/** What cannot be answered is status 503. */
async function serve(name: string, ask: Ask) {
  const server = createServer((request, response) => {
    void readAsked(request)
      .then((asked) => ask(name, asked))
      .then(
        (result) => response.writeHead(200, { "content-type": "application/json" }).end(toJsonText(result)),
        () => response.writeHead(503).end(),
      );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/graphql`, stop };
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const { query, variables } = (await json(request)) as Pick<Asked, "query" | "variables">;
  const { "x-caller": caller, "x-report-data-version": asks } = request.headers;
  return { query, variables, caller: readCaller(String(caller)), asksVersion: asks === "1" };
}

const toLocal = (name: string, ask: Ask) => ({
  name,
  prepare:
    (query: string) =>
    async (
      variables: Record<string, unknown>,
      _name: string | undefined,
      context: { readonly caller: Caller; readonly reportsDataVersion?: boolean },
    ) =>
      ask(name, {
        query,
        variables,
        caller: context.caller,
        asksVersion: context.reportsDataVersion === true,
      }),
});
