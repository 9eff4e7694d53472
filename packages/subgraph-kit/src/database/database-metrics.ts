import type { PartState } from "@an-sinh/server/health/readiness";
import type { Meters } from "@an-sinh/server/metrics/meters";
import type { Database } from "./database.js";
import type { ReplicaStanding, ServerState } from "./database-state.js";

type Databases = ReadonlyMap<string, Pick<Database, "state">>;

const primary = "primary";
const replicaName = (index: number) => `replica ${index + 1}`;

/** How databases are, for /health/ready. Replicas stand beside them, by their places in the setting. */
export const databaseParts = (databases: Databases): Readonly<Record<string, PartState>> =>
  Object.fromEntries(
    [...databases].flatMap(([name, database]) => {
      const { isReachable, since, replicas } = database.state();
      const own: PartState = { state: isReachable ? "reachable" : "unreachable", since };
      return [
        [name, own],
        ...replicas.map((replica, index) => [
          `${name} ${replicaName(index)}`,
          { state: replica.standing, since: replica.since },
        ]),
      ];
    }),
  );

/** Measures databases. With several processes, each counts. */
export function measureDatabases(meters: Meters, databases: Databases): void {
  meters.gauge({
    name: "graph_database_reachable",
    help: "1 where the server answered when it was last asked, else 0; the sum of all processes.",
    labels: ["database", "server"],
    read: () =>
      serversOf(databases).map(({ labels, state }) => ({ labels, value: state.isReachable ? 1 : 0 })),
  });
  meters.gauge({
    name: "graph_database_connections",
    help: "Connections to the server that are in use or idle, and statements that wait for one.",
    labels: ["database", "server", "state"],
    read: () =>
      serversOf(databases).flatMap(({ labels, state: { inUse, idle, waiting } }) =>
        Object.entries({ "in use": inUse, idle, waiting }).map(([state, value]) => ({
          labels: { ...labels, state },
          value,
        })),
      ),
  });
  measureReplicas(meters, databases);
}

const standings: readonly ReplicaStanding[] = ["reachable", "behind", "failing", "refused", "unreachable"];

function measureReplicas(meters: Meters, databases: Databases): void {
  meters.gauge({
    name: "graph_database_replica_state",
    help: "1 for the state of the replica, which is read while it is reachable; the sum of all processes.",
    labels: ["database", "server", "state"],
    read: () =>
      replicasOf(databases).flatMap(({ labels, state: { standing } }) =>
        standings.map((state) => ({ labels: { ...labels, state }, value: state === standing ? 1 : 0 })),
      ),
  });
  meters.gauge({
    name: "graph_database_replica_lag_seconds",
    help: "What was stored longer ago is on the replica; the most of all processes. Missing: nobody knows.",
    labels: ["database", "server"],
    together: "max",
    read: () =>
      replicasOf(databases).flatMap(({ labels, state: { lagMs } }) =>
        lagMs === null ? [] : [{ labels, value: lagMs / 1_000 }],
      ),
  });
}

interface Server<State> {
  readonly labels: { readonly database: string; readonly server: string };
  readonly state: State;
}

const replicasOf = (databases: Databases) =>
  [...databases].flatMap(([database, of]) =>
    of.state().replicas.map((state, index) => ({ labels: { database, server: replicaName(index) }, state })),
  );

const serversOf = (databases: Databases): readonly Server<ServerState>[] => [
  ...[...databases].map(([database, of]) => ({ labels: { database, server: primary }, state: of.state() })),
  ...replicasOf(databases),
];

/** Counts the statements that are sent to each database for calls. */
export const countStatements = (meters: Meters): ((database: string) => void) =>
  meters.counter(
    "graph_database_statements_total",
    "SQL statements that were sent to the database for calls of its subgraph.",
    "database",
  );
