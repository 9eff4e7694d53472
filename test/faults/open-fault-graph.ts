import { databaseName } from "@an-sinh/deployment/databases";
import { createConnection } from "mysql2/promise";
import { signIn } from "../bench/contest/sign-in.js";
import { openStore } from "../bench/graph/stores.js";
import { loadSample } from "../bench/sample.js";
import { CheckingClient } from "./client.js";
import type { FaultContext } from "./faults.js";
import { startRunningGraph } from "./running-graph.js";

interface OpenOptions {
  /** Where the sample is kept. */
  readonly folder: string;
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
};

/** Starts MariaDB with the sample, and the distributed topology over it. Null: no server program is installed. */
export async function openFaultGraph(options: OpenOptions): Promise<FaultGraph | null> {
  const { folder, scratchFolder, documents, signal } = options;
  const store = await openStore("mysql", folder);
  if (!store) return null;
  const ended = new AbortController();
  const ending = AbortSignal.any([signal, ended.signal]);
  try {
    const locations = await store.locate("scale-1");
    await loadSample(locations, { scale: 1, signal });
    const { settings, token = "" } = await signIn(scratchFolder);
    const graph = await startRunningGraph({
      locations,
      gatewaySettings: { ...settings, ...gatewaySettings },
      signal: ending,
    });
    const client = new CheckingClient(graph.url, token, documents);
    await client.learn();
    const database = await createConnection({ uri: store.server?.url ?? "" });
    return {
      graph,
      client,
      database,
      databasePid: store.server?.pid ?? 0,
      databaseOf: (department) => `scale_1_${databaseName(department)}`,
      [Symbol.asyncDispose]: async () => {
        ended.abort();
        await database.end();
        await Promise.all(
          graph.subgraphs.flatMap(({ proxy, databaseProxy }) => [proxy.close(), databaseProxy.close()]),
        );
        await store.close();
      },
    };
  } catch (error) {
    ended.abort();
    await store.close();
    throw error;
  }
}
