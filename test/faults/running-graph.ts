import { fileURLToPath } from "node:url";
import { toDatabaseUrl, type DatabaseLocations } from "@an-sinh/deployment/databases";
import { keyVariable, urlVariable } from "@an-sinh/gateway/subgraph-settings";
import { measureProcess } from "../bench/contest/arena.js";
import { Child } from "../bench/contest/child.js";
import { benchCursorKey, benchSubgraphKey } from "../bench/keys.js";
import { FaultProxy } from "../support/fault-proxy.js";

/** A department's program, with a proxy on each side: towards the gateway, and towards its database. */
export interface RunningSubgraph {
  readonly name: string;
  readonly proxy: FaultProxy;
  readonly databaseProxy: FaultProxy;
  readonly process: Child;
  /** Starts it again where it was, after it has ended. */
  restart(): Promise<void>;
}

/** The distributed topology: a gateway and four subgraphs as processes of their own, over MariaDB. */
export interface RunningGraph {
  readonly url: string;
  readonly gateway: Child;
  subgraph(name: string): RunningSubgraph;
  readonly subgraphs: readonly RunningSubgraph[];
}

interface GraphOptions {
  readonly locations: DatabaseLocations;
  /** Further environment variables of the gateway, such as who may sign in. */
  readonly gatewaySettings: Readonly<Record<string, string>>;
  /** Further environment variables of the subgraphs. */
  readonly subgraphSettings?: Readonly<Record<string, string>>;
  /** Ends all processes. */
  readonly signal: AbortSignal;
}

const program = (folder: string) => fileURLToPath(new URL(`../../${folder}/dist/main.js`, import.meta.url));

/** Starts the programs as they are delivered. Between any two of them stands a proxy that can break what passes. */
export async function startRunningGraph(options: GraphOptions): Promise<RunningGraph> {
  const { locations, gatewaySettings, signal } = options;
  const subgraphs: RunningSubgraph[] = [];
  for (const [name, location] of locations)
    subgraphs.push(await startSubgraph(name, toDatabaseUrl(location), options));
  const urls = subgraphs.map(({ name, proxy }) => [
    urlVariable(name),
    `http://127.0.0.1:${proxy.port}/graphql`,
  ]);
  const keys = subgraphs.map(({ name }) => [keyVariable(name), benchSubgraphKey]);
  const gateway = new Child("gateway", program("gateway"), {
    env: {
      ...common,
      ...(Object.fromEntries([...urls, ...keys]) as Record<string, string>),
      ...gatewaySettings,
    },
    execArgv: measured,
    signal,
  });
  const url = new URL("/graphql", await gateway.address()).href;
  return { url, gateway, subgraphs, subgraph: (name) => named(subgraphs, name) };
}

/** They say how much memory they need, when they are asked. */
const measured = ["--expose-gc", "--import", measureProcess];

/** What breaks is expected here, so the programs do not tell it. */
const common = { NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "silent" };

async function startSubgraph(
  name: string,
  databaseUrl: string,
  { subgraphSettings = {}, signal }: GraphOptions,
): Promise<RunningSubgraph> {
  const { hostname, port } = new URL(databaseUrl);
  const databaseProxy = await FaultProxy.start({ host: hostname, port: Number(port) });
  const throughProxy = new URL(databaseUrl);
  throughProxy.port = String(databaseProxy.port);
  const start = (ownPort: string) =>
    new Child(name, program(`subgraphs/${name}`), {
      env: {
        ...common,
        PORT: ownPort,
        DATABASE_URL: throughProxy.href,
        CURSOR_KEY: benchCursorKey,
        SUBGRAPH_KEY: benchSubgraphKey,
        ...subgraphSettings,
      },
      execArgv: measured,
      signal,
    });
  let process = start("0");
  const address = await process.address();
  const proxy = await FaultProxy.start({ host: "127.0.0.1", port: Number(address.port) });
  return {
    name,
    proxy,
    databaseProxy,
    get process() {
      return process;
    },
    restart: async () => {
      process = start(address.port);
      await process.address();
    },
  };
}

function named(subgraphs: readonly RunningSubgraph[], name: string): RunningSubgraph {
  const found = subgraphs.find((subgraph) => subgraph.name === name);
  if (!found) throw new Error(`Expected a subgraph, but got: ${name}`);
  return found;
}
