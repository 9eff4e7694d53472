import type { PartState } from "@an-sinh/server/health/readiness";
import type { Meters } from "@an-sinh/server/metrics/meters";
import type { Database } from "./database.js";

type Databases = ReadonlyMap<string, Pick<Database, "state">>;

/** How databases are, for /health/ready. */
export const databaseParts = (databases: Databases): Readonly<Record<string, PartState>> =>
  Object.fromEntries(
    [...databases].map(([name, database]) => {
      const { isReachable, since } = database.state();
      return [name, { state: isReachable ? "reachable" : "unreachable", since }];
    }),
  );

/** Measures databases. With several processes, each counts. */
export function measureDatabases(meters: Meters, databases: Databases): void {
  meters.gauge({
    name: "graph_database_reachable",
    help: "1 where the database answered when it was last asked, else 0; the sum of all processes.",
    labels: ["database"],
    read: () =>
      [...databases].map(([database, of]) => ({
        labels: { database },
        value: of.state().isReachable ? 1 : 0,
      })),
  });
  meters.gauge({
    name: "graph_database_connections",
    help: "Connections to the database that are in use or idle, and statements that wait for one.",
    labels: ["database", "state"],
    read: () =>
      [...databases].flatMap(([database, of]) => {
        const { inUse, idle, waiting } = of.state();
        return Object.entries({ "in use": inUse, idle, waiting }).map(([state, value]) => ({
          labels: { database, state },
          value,
        }));
      }),
  });
}

/** Counts the statements that are sent to each database for calls. */
export const countStatements = (meters: Meters): ((database: string) => void) =>
  meters.counter(
    "graph_database_statements_total",
    "SQL statements that were sent to the database for calls of its subgraph.",
    "database",
  );
