import { toDatabaseUrl, type DatabaseLocations } from "@an-sinh/deployment/databases";
import { createConnection } from "mysql2/promise";
import { signIn } from "../bench/contest/sign-in.js";
import { CheckingClient } from "./client.js";
import type { FaultContext } from "./faults.js";
import { startRunningGraph } from "./running-graph.js";

interface FaultGraphOptions {
  /** Databases with the sample, on one server. */
  readonly locations: DatabaseLocations;
  /** The process of that server. Null: faults of the server cannot happen. */
  readonly databasePid: number | null;
  /** For keys and what the graph records of its readers. */
  readonly scratchFolder: string;
  /** What the client asks. */
  readonly documents: readonly string[];
  readonly signal: AbortSignal;
}

/** A graph that can be broken, and a client that knows its right answers. */
export interface FaultGraph extends FaultContext, AsyncDisposable {
  readonly client: CheckingClient;
}

/** Waiting for a department ends sooner than by default, so that a fault need not last long. */
const gatewaySettings = {
  SUBGRAPH_TIMEOUT_MS: "2000",
  MAX_COST_PER_MINUTE: "1000000000",
  MAX_OPERATION_COST: "100000",
  // Else a fault would not be seen while a kept response counts.
  RESPONSE_CACHE_BYTES: "0",
};

/** Starts the distributed topology over the databases. */
export async function openFaultGraph(options: FaultGraphOptions): Promise<FaultGraph> {
  const { locations, databasePid, scratchFolder, documents, signal } = options;
  const ended = new AbortController();
  const database = await createConnection({ uri: urlOf(locations, "households") });
  try {
    const { settings, token = "" } = await signIn(scratchFolder);
    const graph = await startRunningGraph({
      locations,
      gatewaySettings: { ...settings, ...gatewaySettings },
      signal: AbortSignal.any([signal, ended.signal]),
    });
    const client = new CheckingClient(graph.url, token, documents);
    await client.learn();
    return {
      graph,
      client,
      database,
      databasePid,
      databaseOf: (department) => new URL(urlOf(locations, department)).pathname.slice(1),
      [Symbol.asyncDispose]: async () => {
        ended.abort();
        await database.end();
        await Promise.all(
          graph.subgraphs.flatMap(({ proxy, databaseProxy }) => [proxy.close(), databaseProxy.close()]),
        );
      },
    };
  } catch (error) {
    ended.abort();
    database.destroy();
    throw error;
  }
}

function urlOf(locations: DatabaseLocations, department: string): string {
  const location = locations.get(department);
  if (!location) throw new Error(`Expected a database of ${department}.`);
  return toDatabaseUrl(location);
}
