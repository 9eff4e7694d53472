import type { Connection } from "mysql2/promise";
import type { ProxyFault } from "../support/fault-proxy.js";
import type { RunningGraph } from "./running-graph.js";

/** What a fault may be done to. */
export interface FaultContext {
  readonly graph: RunningGraph;
  /** A connection to the database server that no proxy breaks. */
  readonly database: Connection;
  /** The process of the database server. Null: it is not ours. */
  readonly databasePid: number | null;
  /** The name of a department's database on the server. */
  databaseOf(department: string): string;
}

/** Something that goes wrong in a department. It begins with `inject`, which returns what ends it. */
export interface Fault {
  readonly name: string;
  /** Whether it is in the short table, which runs with the tests. */
  readonly isShort: boolean;
  inject(context: FaultContext, department: string): Promise<() => Promise<void>>;
}

const html = "<html><body>Welcome</body></html>";

const http = (status: string, body: string, headers = "content-type: application/json") =>
  `HTTP/1.1 ${status}\r\n${headers}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`;

const toSubgraph = (name: string, fault: ProxyFault, isShort = false): Fault => ({
  name,
  isShort,
  inject: async ({ graph }, department) => {
    const { proxy } = graph.subgraph(department);
    await proxy.inject(fault);
    return () => proxy.heal();
  },
});

const toDatabase = (name: string, fault: ProxyFault, isShort = false): Fault => ({
  name,
  isShort,
  inject: async ({ graph }, department) => {
    const { databaseProxy } = graph.subgraph(department);
    await databaseProxy.inject(fault);
    return () => databaseProxy.heal();
  },
});

const pausing = (
  name: string,
  pidOf: (context: FaultContext, department: string) => number | null,
): Fault => ({
  name,
  isShort: false,
  inject: async (context, department) => {
    const pid = pidOf(context, department);
    if (pid === null) throw new Error("Expected a process of our own.");
    process.kill(pid, "SIGSTOP");
    return async () => void process.kill(pid, "SIGCONT");
  },
});

const nothing = async () => {};

/** A table of each department that the operations of the client read. */
const tables: Readonly<Record<string, string>> = {
  households: "person",
  "housing-projects": "housing_support",
  "credit-programs": "loan",
  "meritorious-service": "meritorious_record",
};

/** In the order of the table. */
export const faults: readonly Fault[] = [
  toSubgraph("department: nobody listens", { kind: "refuse" }, true),
  toSubgraph("department: connections are reset", { kind: "reset" }, true),
  toSubgraph("department: connections are deaf", { kind: "deaf" }),
  toSubgraph("department: idle connections are closed", { kind: "stale" }, true),
  toSubgraph("department: responses end early", { kind: "cut", bytes: 300 }, true),
  toSubgraph("department: responses drip", { kind: "drip", everyMs: 100 }),
  toSubgraph(
    "department: HTML",
    { kind: "answer", text: http("200 OK", html, "content-type: text/html") },
    true,
  ),
  toSubgraph("department: half a JSON", { kind: "answer", text: http("200 OK", '{"data":{"_ent') }, true),
  toSubgraph(
    "department: no data, no errors",
    { kind: "answer", text: http("200 OK", '{"data":null}') },
    true,
  ),
  toSubgraph("department: 204", { kind: "answer", text: http("204 No Content", "") }),
  toSubgraph("department: 302", {
    kind: "answer",
    text: http("302 Found", "", "location: http://127.0.0.1:9/"),
  }),
  toSubgraph("department: 429", { kind: "answer", text: http("429 Too Many Requests", "") }),
  toSubgraph("department: 500", { kind: "answer", text: http("500 Internal Server Error", "{}") }),
  toSubgraph("department: 503", { kind: "answer", text: http("503 Service Unavailable", "{}") }, true),
  pausing(
    "department: its process is frozen",
    ({ graph }, department) => graph.subgraph(department).process.pid,
  ),
  {
    name: "department: its process is killed, and started again",
    isShort: false,
    inject: async ({ graph }, department) => {
      const subgraph = graph.subgraph(department);
      subgraph.process.stop();
      return () => subgraph.restart();
    },
  },
  toDatabase("database: nobody listens", { kind: "refuse" }, true),
  toDatabase("database: connections are reset", { kind: "reset" }, true),
  toDatabase("database: connections are deaf", { kind: "deaf" }),
  {
    name: "database: connections are closed",
    isShort: false,
    inject: async ({ graph }, department) => {
      graph.subgraph(department).databaseProxy.closeOpen();
      return nothing;
    },
  },
  pausing("database: the server is frozen", ({ databasePid }) => databasePid),
  {
    name: "database: each connection is killed",
    isShort: true,
    inject: async (context, department) => {
      await killConnections(context, department);
      return nothing;
    },
  },
  {
    name: "database: a table is locked",
    isShort: false,
    inject: async ({ database, databaseOf }, department) => {
      await database.query(`LOCK TABLES ${databaseOf(department)}.${tables[department]} WRITE`);
      return async () => void (await database.query("UNLOCK TABLES"));
    },
  },
];

/** Kills those connections of the department that pass its proxy. Another program may use the same database. */
async function killConnections({ graph, database }: FaultContext, department: string): Promise<void> {
  const ports = graph.subgraph(department).databaseProxy.portsToServer();
  const [rows] = await database.query("SELECT ID AS id, HOST AS host FROM information_schema.PROCESSLIST");
  const own = (rows as { id: number; host: string }[]).filter(({ host }) =>
    ports.has(Number(host.split(":").at(-1))),
  );
  // One may have ended by itself.
  for (const { id } of own) await database.query(`KILL ${id}`).catch(() => undefined);
}
