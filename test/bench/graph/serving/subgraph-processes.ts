import { fileURLToPath } from "node:url";
import { toDatabaseUrl, type DatabaseLocations } from "@an-sinh/deployment/databases";
import { measuredExecArgv, type Meter } from "../../contest/arena.js";
import { Child } from "../../contest/child.js";
import type { Running } from "../../contest/contestant.js";
import type { ProcessUsage } from "../../contest/messages.js";
import { benchCursorKey, benchSubgraphKey } from "../../keys.js";
import type { Store } from "../stores.js";

/** What works beside the process that clients ask, for each of their requests. */
export interface Beside {
  /** User and system time of the subgraphs' processes. */
  readonly subgraphsMs: number;
  /** User and system time of the database server. Null: there is none, or it is not known. */
  readonly databaseMs: number | null;
}

/** The subgraphs' processes, by name. */
type Processes = ReadonlyMap<string, Child>;

/** The subgraphs twice: this graph's gateway signs its calls, other gateways cannot. */
export interface SubgraphProcesses {
  /** They run as they are delivered. */
  readonly signed: Processes;
  /** They answer everyone. */
  readonly open: Processes;
}

/** Starts each subgraph that a contestant asks as a process of its own. All end when the signal fires. */
export function startSubgraphs(
  locations: DatabaseLocations,
  contestants: readonly Running["contestant"][],
  signal: AbortSignal,
): SubgraphProcesses {
  const start = (kind: "signed" | "open", run: (name: string, url: string) => Child): Processes =>
    contestants.some((contestant) => subgraphsOf(contestant) === kind)
      ? new Map([...locations].map(([name, location]) => [name, run(name, toDatabaseUrl(location))]))
      : new Map();
  return {
    signed: start("signed", (name, url) => startSigned(name, url, signal)),
    open: start(
      "open",
      (name, url) =>
        new Child(`${name}, open`, fileURLToPath(new URL("open-subgraph.main.ts", import.meta.url)), {
          args: [name, url],
          env: { NODE_ENV: "production" },
          execArgv: [...measuredExecArgv, "--import", "tsx"],
          signal,
        }),
    ),
  };
}

/** Starts a subgraph that answers what this graph's gateway signs. */
export const startSigned = (name: string, url: string, signal: AbortSignal): Child =>
  new Child(name, fileURLToPath(new URL(`../../../../subgraphs/${name}/dist/main.js`, import.meta.url)), {
    env: {
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      DATABASE_URL: url,
      CURSOR_KEY: benchCursorKey,
      SUBGRAPH_KEY: benchSubgraphKey,
    },
    execArgv: [...measuredExecArgv],
    signal,
  });

/** Where GraphQL is answered, by the names of the subgraphs. */
export async function addressesOf(processes: Processes): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map<string, string>();
  for (const [name, child] of processes) addresses.set(name, new URL("/graphql", await child.address()).href);
  return addresses;
}

const subgraphsOf = ({ subgraphs = "open" }: Running["contestant"]) => subgraphs;

/** Measures those that the contestant asks. */
export function measureBeside(processes: SubgraphProcesses, store: Store): Meter<Beside> {
  let databaseMs: number | null = null;
  const askedBy = (contestant: Running["contestant"]): readonly Child[] => {
    const subgraphs = subgraphsOf(contestant);
    return subgraphs === "none" ? [] : [...processes[subgraphs].values()];
  };
  return {
    begin: (contestant) => {
      databaseMs = store.processorMs();
      return Promise.all(askedBy(contestant).map((child) => child.ask("begin")));
    },
    end: async (requests, contestant) => {
      const usages = await Promise.all(askedBy(contestant).map((child) => child.ask<ProcessUsage>("end")));
      const now = store.processorMs();
      return {
        subgraphsMs: usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / requests,
        databaseMs: now === null || databaseMs === null ? null : (now - databaseMs) / requests,
      };
    },
  };
}
