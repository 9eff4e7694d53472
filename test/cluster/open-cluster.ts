import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ExplainedError } from "@an-sinh/command-line/explained-error";
import { databaseName } from "@an-sinh/deployment/databases";
import { departments } from "@an-sinh/deployment/departments";
import { keyVariable, urlVariable } from "@an-sinh/gateway/subgraph-settings";
import { signIn } from "../bench/contest/sign-in.js";
import { openStore } from "../bench/graph/stores.js";
import { benchCursorKey, benchSubgraphKey } from "../bench/keys.js";
import { loadSample } from "../bench/sample.js";
import { findProgram } from "../support/mysql-server.js";
import { GaleraNode } from "./galera-node.js";
import { startHaproxy, type LoadBalancer, type Pool } from "./haproxy.js";
import { untilOneGroup } from "./one-group.js";
import { startRedis, type Redis } from "./redis.js";
import { Replica } from "./replica.js";
import { until } from "./until.js";

interface ClusterOptions {
  /** Where the sample is kept. */
  readonly folder: string;
  /** For the data of the nodes, keys and configurations. The server's user has to reach it. */
  readonly scratchFolder: string;
  readonly signal: AbortSignal;
  readonly report: (text: string) => void;
}

/** Three database nodes, two replicas of each program, and a load balancer before each of them. */
export interface Cluster {
  /** The endpoint of the gateways. */
  readonly url: string;
  /** Of an official who may see everything. */
  readonly token: string;
  readonly nodes: readonly GaleraNode[];
  readonly gateways: readonly Replica[];
  readonly subgraphs: readonly Replica[];
  /** A department's database, through the load balancer. */
  databaseUrl(department: string): string;
  /** Until all nodes are of one group, and the load balancers ask all servers. */
  untilWhole(): Promise<void>;
}

/** What is not on every machine, with Debian's package of it. */
const programs = {
  mariadbd: "mariadb-server",
  wsrep_sst_rsync: "mariadb-server",
  rsync: "rsync",
  haproxy: "haproxy",
  "redis-server": "redis-server",
};

/** Finds the programs. Throws with the packages of those that are missing. */
function findPrograms(): Record<keyof typeof programs, string> {
  const found = Object.keys(programs).map((name) => [name, findProgram(name)] as const);
  const missing = found.flatMap(([name, file]) => (file ? [] : [programs[name as keyof typeof programs]]));
  if (missing.length > 0)
    throw new ExplainedError(
      `The cluster needs programs that are not installed: apt-get install galera-4 ${[...new Set(missing)].join(" ")}`,
    );
  return Object.fromEntries(found) as Record<keyof typeof programs, string>;
}

/** Starts everything, calls the work, and ends everything. */
export async function withCluster<Result>(
  options: ClusterOptions,
  work: (cluster: Cluster) => Promise<Result>,
): Promise<Result> {
  const found = findPrograms();
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  const running: { stop(): Promise<void> }[] = [];
  try {
    const nodes = await startNodes(found.mariadbd, options, running);
    const redis = await startRedis(found["redis-server"], options.scratchFolder);
    running.push(redis);
    options.report("Starting HAProxy and two replicas of each program …");
    const starting = { ...options, signal, nodes, redis, haproxy: found.haproxy, running };
    return await work(await startPrograms(starting));
  } finally {
    ended.abort();
    for (const { stop } of running.toReversed()) await stop();
  }
}

/** The first node founds the group over the sample; the others copy it. */
async function startNodes(
  program: string,
  { folder, scratchFolder, signal, report }: ClusterOptions,
  running: { stop(): Promise<void> }[],
): Promise<readonly GaleraNode[]> {
  await keepSample(folder, signal);
  const nodes: GaleraNode[] = [];
  for (const name of ["node-1", "node-2", "node-3"]) {
    const own = join(scratchFolder, name);
    await mkdir(own, { recursive: true });
    if (nodes.length === 0) await cp(join(folder, "mariadb"), join(own, "data"), { recursive: true });
    else await mkdir(join(own, "data"));
    const node = await GaleraNode.create(name, own, program);
    report(`Starting ${name} …`);
    running.push({ stop: () => node.kill() });
    await node.start(nodes.map(({ groupAddress }) => groupAddress));
    nodes.push(node);
  }
  return nodes;
}

/** Loads the sample into a server that ends again, so that its files can be copied. */
async function keepSample(folder: string, signal: AbortSignal): Promise<void> {
  const store = await openStore("mysql", folder);
  if (!store) throw new Error("Expected a database server.");
  try {
    await loadSample(await store.locate("scale-1"), { scale: 1, signal });
  } finally {
    await store.close();
  }
}

interface Starting extends ClusterOptions {
  readonly nodes: readonly GaleraNode[];
  readonly redis: Redis;
  readonly haproxy: string;
  readonly running: { stop(): Promise<void> }[];
}

async function startPrograms(starting: Starting): Promise<Cluster> {
  const { nodes, scratchFolder, redis, haproxy, running, signal } = starting;
  const databases = await startHaproxy(haproxy, join(scratchFolder, "databases.cfg"), [databasePool(nodes)]);
  running.push(databases);
  const databaseUrl = (department: string) =>
    `mysql://root@127.0.0.1:${databases.portOf("databases")}/scale_1_${databaseName(department)}`;
  const replicaUrls = (department: string) =>
    nodes.slice(1).map(({ url }) => `${url}/scale_1_${databaseName(department)}`);
  const subgraphs: Replica[] = [];
  for (const { name } of departments)
    for (const replica of ["a", "b"])
      subgraphs.push(
        await Replica.start(
          `${name}-${replica}`,
          `subgraphs/${name}`,
          subgraphSettings(databaseUrl(name), replicaUrls(name)),
          signal,
        ),
      );
  const balanced = await startHaproxy(
    haproxy,
    join(scratchFolder, "subgraphs.cfg"),
    departments.map(({ name }) => programPool(name, subgraphs)),
  );
  running.push(balanced);
  const signedIn = await signIn(scratchFolder);
  const gateways: Replica[] = [];
  for (const replica of ["a", "b"]) {
    const audit = { AUDIT_DIR: join(scratchFolder, `audit-${replica}`) };
    const settings = { ...signedIn.settings, ...gatewaySettings(balanced, redis), ...audit };
    gateways.push(await Replica.start(`gateway-${replica}`, "gateway", settings, signal));
  }
  const front = await startHaproxy(haproxy, join(scratchFolder, "gateways.cfg"), [
    programPool("gateway", gateways),
  ]);
  running.push(front);
  const url = `http://127.0.0.1:${front.portOf("gateway")}/graphql`;
  const untilWhole = async () => {
    await untilOneGroup(nodes);
    for (const { hasAll } of [databases, balanced, front])
      await until("the load balancers ask all servers", hasAll);
  };
  return { url, token: signedIn.token ?? "", nodes, gateways, subgraphs, databaseUrl, untilWhole };
}

/**
 * One node takes all statements while it can, so that writers do not meet on two of them. It is asked again when it has been
 * ready for longer than a node that was frozen takes to find out that the others went on (`evs.inactive_timeout`).
 */
const databasePool = (nodes: readonly GaleraNode[]): Pool => ({
  name: "databases",
  rise: 20,
  mode: "tcp",
  checkPath: "/",
  servers: nodes.map(({ name, ports, checkPort }, index) => ({
    name,
    port: ports.sql,
    checkPort,
    isBackup: index > 0,
  })),
});

const programPool = (name: string, replicas: readonly Replica[]): Pool => ({
  name,
  mode: "http",
  checkPath: "/health",
  servers: replicas
    .filter((replica) => replica.name.startsWith(`${name}-`))
    .map((replica) => ({ name: replica.name, port: replica.port })),
});

/** The first node takes what is written, the others what is read. */
const subgraphSettings = (databaseUrl: string, replicaUrls: readonly string[]) => ({
  DATABASE_URL: databaseUrl,
  DATABASE_REPLICA_URLS: replicaUrls.join(","),
  CURSOR_KEY: benchCursorKey,
  SUBGRAPH_KEY: benchSubgraphKey,
});

const gatewaySettings = (balanced: LoadBalancer, redis: Redis): Record<string, string> => ({
  ...Object.fromEntries(
    departments.flatMap(({ name }) => [
      [urlVariable(name), `http://127.0.0.1:${balanced.portOf(name)}/graphql`],
      [keyVariable(name), benchSubgraphKey],
    ]),
  ),
  REDIS_URL: redis.url,
  // Whoever asks after an import has to see it.
  RESPONSE_CACHE_CHECK_MS: "0",
  MAX_COST_PER_MINUTE: "1000000000",
});
