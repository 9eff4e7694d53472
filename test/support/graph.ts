import { openDatabases } from "@an-sinh/deployment/databases";
import { createEmbeddedGraph, createSubgraphs, supergraphFile } from "@an-sinh/deployment/embedded-graph";
import type { AuditOptions } from "@an-sinh/gateway/audit/open-read-log";
import { HttpDataSource } from "@an-sinh/gateway/data-sources/http-data-source";
import type { Executor } from "@an-sinh/gateway/executor-setting";
import { defaultCallLimits, type CallLimits } from "@an-sinh/gateway/resilience/call-limits";
import type { FetchHooks } from "@an-sinh/gateway/execution/run/fetch-hooks";
import { createGateway } from "@an-sinh/gateway/gateway";
import type { GatewayServer } from "@an-sinh/gateway/gateway-options";
import type { ResponseCacheSettings } from "@an-sinh/gateway/response-cache/response-cache-settings";
import type { AnswerLimits } from "@an-sinh/gateway/responses/answer-budget";
import type { Subgraph } from "@an-sinh/subgraph-kit/federation/subgraph";
import { createSubgraphServer } from "@an-sinh/subgraph-kit/federation/serve-subgraph";
import type { Caller } from "@an-sinh/server/caller";
import { createLogger, type Logger } from "@an-sinh/server/logger";
import { channelKeys, newChannelKey, type ChannelKeys } from "@an-sinh/server/signatures/channel-keys";
import type { Meters } from "@an-sinh/server/metrics/meters";
import type { Tracing } from "@an-sinh/server/tracing/tracing";
import { signedCalls } from "@an-sinh/server/signatures/signed-calls";
import type { Databases } from "@an-sinh/deployment/databases";
import type { GraphQLServer } from "@an-sinh/server/graphql-server";
import type { StaticPages } from "@an-sinh/server/static-pages";
import { readFile } from "node:fs/promises";
import { expect, inject } from "vitest";
import { FaultProxy, type ProxyFault } from "./fault-proxy.js";
import { official } from "./callers.js";
import { postQuery } from "./post-query.js";
import "./prepared-databases.js";
import { identify, tokenOf } from "./tokens.js";

export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: Record<string, unknown>;
  }[];
}

/** What a caller may ask of the graph under test. */
export interface GraphClient {
  query(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** The data of an answer. An error in the answer fails the test with a message that shows the query. */
  expectData(query: string, variables?: Record<string, unknown>): Promise<Record<string, unknown>>;
}

/**
 * The graph under test: the real gateway over the committed supergraph and the sample data. It is asked by an official
 * who may see everything, if not by another caller.
 */
export interface GraphUnderTest extends GraphClient {
  readonly url: string;
  /** The same graph, asked by this caller. */
  as(caller: Caller): GraphClient;
  /** How many SQL statements each subgraph has run since the last call. */
  takeStatements(): Record<string, number>;
  /** Lets a department fail from now on: its server refuses connections, or in one process, its database is closed. */
  fail(department: string): Promise<void>;
  /** Lets something happen to the calls of a department on HTTP from now on. Null: nothing. Needs `hasProxies`. */
  break(department: string, fault: ProxyFault | null): Promise<void>;
  close(): Promise<void>;
}

/** A graph, and how to let a department of it fail. */
interface BreakableGraph {
  readonly server: GatewayServer;
  fail(department: string): Promise<void> | undefined;
  break(department: string, fault: ProxyFault | null): Promise<void> | undefined;
}

interface TopologyOptions {
  /** How long a department may take for a response. */
  readonly timeoutMs?: number;
  /** How departments on HTTP are called. */
  readonly callLimits?: CallLimits;
  /** Whether something may happen to calls of departments on HTTP. */
  readonly hasProxies?: boolean;
  /** Default: nothing is logged. */
  readonly logger?: Logger;
  /** Default: nothing is measured. */
  readonly meters?: Meters;
  /** Default: nothing is traced. */
  readonly tracing?: Tracing;
  /** Documents whose operations are made ready before the graph is asked. Default: none. */
  readonly expectedDocuments?: readonly string[];
  readonly expectedScopes?: readonly (readonly string[])[];
  readonly hooks?: FetchHooks;
  /** Default: those of the gateway. */
  readonly answerLimits?: AnswerLimits;
  /** Default: what is read is not recorded. */
  readonly audit?: AuditOptions;
  /** Default: nothing is kept of responses. */
  readonly responseCache?: ResponseCacheSettings;
  /** Default: compiled. */
  readonly executor?: Executor;
  /** Whether clients may read the schema. Default: they may. */
  readonly introspection?: boolean;
  /** The folder with the operations that are reports. Default: there are no reports. */
  readonly reportsFolder?: string;
  /** Pages that are served beside GraphQL. Default: none. */
  readonly pages?: readonly StaticPages[];
}

interface GraphOptions extends TopologyOptions {
  /** Is told of every SQL statement. */
  readonly onStatement?: (sql: string) => void;
}

const silent = createLogger("silent");

/** Starts the graph in the dialect and topology of the vitest project that runs the test. */
export async function startGraph({ onStatement, ...options }: GraphOptions = {}): Promise<GraphUnderTest> {
  const dialect = process.env["TEST_DIALECT"] === "mysql" ? "mysql" : "sqlite";
  const locations = inject("locations")[dialect];
  if (!locations) throw new Error(`Expected prepared databases for ${dialect}.`);
  const statements = new Map<string, number>();
  const databases = await openDatabases(new Map(locations), (subgraph, sql) => {
    onStatement?.(sql);
    statements.set(subgraph, (statements.get(subgraph) ?? 0) + 1);
  });
  const isDistributed = process.env["TEST_TOPOLOGY"] === "http";
  const graph = await (isDistributed ? distributed(databases, options) : embedded(databases, options));
  const { url } = await graph.server.listen({ host: "127.0.0.1", port: 0 });
  await graph.server.whenWarm();
  statements.clear();
  return {
    ...clientOf(`${url}/graphql`, official),
    as: (caller) => clientOf(`${url}/graphql`, caller),
    url,
    takeStatements: () => {
      const taken = Object.fromEntries(statements);
      statements.clear();
      return taken;
    },
    fail: async (department) => graph.fail(department),
    break: async (department, fault) => graph.break(department, fault),
    close: () => graph.server.close(),
  };
}

function clientOf(endpoint: string, caller: Caller): GraphClient {
  const query = async (text: string, variables?: Record<string, unknown>) =>
    (await postQuery(endpoint, text, variables, await tokenOf(caller))) as Answer;
  return {
    query,
    expectData: async (text, variables) => {
      const { data, errors } = await query(text, variables);
      expect(errors, `${text}\n${JSON.stringify(variables ?? {})}`).toBeUndefined();
      return data ?? {};
    },
  };
}

const embedded = async (databases: Databases, options: TopologyOptions): Promise<BreakableGraph> => ({
  server: await createEmbeddedGraph(databases, { logger: silent, introspection: true, identify, ...options }),
  fail: (department) => databases.get(department)?.close(),
  break: () => undefined,
});

async function distributed(
  databases: Databases,
  { timeoutMs = 20_000, logger = silent, callLimits, hasProxies, ...options }: TopologyOptions,
): Promise<BreakableGraph> {
  const servers = new Map<string, RunningSubgraph>();
  for (const [name, subgraph] of await createSubgraphs(databases, undefined, { tracing: options.tracing }))
    servers.set(name, await serve(name, subgraph, { logger, hasProxy: hasProxies === true }));
  const limits = callLimits ?? defaultCallLimits;
  const gateway = await createGateway({
    supergraphSdl: await readFile(supergraphFile, "utf8"),
    sourceFor: ({ name, url }) =>
      new HttpDataSource({ name, url, ...servers.get(name), timeoutMs, sharesQueries: true, limits }),
    logger,
    introspection: true,
    identify,
    ...options,
  });
  const closeServers = async () => {
    for (const { proxy } of servers.values()) await proxy?.close();
    await Promise.all([...servers.values()].map(({ server }) => server.close()));
  };
  return {
    server: { ...gateway, close: () => gateway.close().finally(closeServers) },
    fail: (department) => servers.get(department)?.server.close(),
    break: (department, fault) => {
      const proxy = servers.get(department)?.proxy;
      return fault ? proxy?.inject(fault) : proxy?.heal();
    },
  };
}

interface RunningSubgraph {
  readonly server: GraphQLServer;
  readonly url: string;
  readonly keys: ChannelKeys;
  readonly proxy: FaultProxy | undefined;
}

async function serve(
  name: string,
  subgraph: Subgraph,
  { logger, hasProxy }: { readonly logger: Logger; readonly hasProxy: boolean },
): Promise<RunningSubgraph> {
  const keys = channelKeys.parse(newChannelKey());
  const calls = signedCalls({ subgraph: name, keys, logger });
  const server = await createSubgraphServer(subgraph, { logger, introspection: false, calls });
  const { url, port } = await server.listen({ host: "127.0.0.1", port: 0 });
  const proxy = hasProxy ? await FaultProxy.start({ host: "127.0.0.1", port }) : undefined;
  return { server, keys, proxy, url: proxy ? `http://127.0.0.1:${proxy.port}/graphql` : `${url}/graphql` };
}
