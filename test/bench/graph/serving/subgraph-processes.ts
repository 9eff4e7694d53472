import { fileURLToPath } from "node:url";
import { toDatabaseUrl, type DatabaseLocations } from "@an-sinh/deployment/databases";
import { measuredExecArgv, type Meter } from "../../contest/arena.js";
import { Child } from "../../contest/child.js";
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

/** Starts each subgraph as a process of its own. All end when the signal fires. Returns them by name. */
export function startSubgraphs(locations: DatabaseLocations, signal: AbortSignal): Map<string, Child> {
  const program = (name: string) =>
    fileURLToPath(new URL(`../../../../subgraphs/${name}/dist/main.js`, import.meta.url));
  const start = (name: string, url: string) =>
    new Child(name, program(name), {
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
  return new Map([...locations].map(([name, location]) => [name, start(name, toDatabaseUrl(location))]));
}

export function measureBeside(subgraphs: Iterable<Child>, store: Store): Meter<Beside> {
  const children = [...subgraphs];
  let databaseMs: number | null = null;
  return {
    begin: () => {
      databaseMs = store.processorMs();
      return Promise.all(children.map((child) => child.ask("begin")));
    },
    end: async (requests, { isAlone = false }) => {
      const usages = await Promise.all(children.map((child) => child.ask<ProcessUsage>("end")));
      const now = store.processorMs();
      const subgraphsMs = usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / requests;
      return {
        // What they do then is their own, such as collecting garbage.
        subgraphsMs: isAlone ? 0 : subgraphsMs,
        databaseMs: now === null || databaseMs === null ? null : (now - databaseMs) / requests,
      };
    },
  };
}
