import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { loadInThisThread, type SampleTarget } from "@an-sinh/sample/load-departments";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import type { DatabaseLocations } from "./databases.js";
import { departments } from "./departments.js";
import type { ThreadMessage, ThreadTask } from "./sample-thread-messages.js";

/** The program of a thread that loads the sample into some departments' databases. */
async function load(port: MessagePort, { locations, scale }: ThreadTask): Promise<void> {
  const post = (message: ThreadMessage) => port.postMessage(message);
  const targets: SampleTarget[] = [];
  try {
    await openTargets(locations, targets);
    const listener = {
      onBegin: (rows: number) => post({ kind: "begin", rows }),
      onProgress: (rows: number, department: string) => post({ kind: "progress", rows, department }),
      onLoaded: (department: string, rows: number, seconds: number) =>
        post({ kind: "loaded", department, rows, seconds }),
    };
    await loadInThisThread(targets)([...locations.keys()], scale, listener);
  } catch (error) {
    post({ kind: "failed", ...explain(error) });
  } finally {
    for (const { database } of targets) await database.close();
  }
}

/** Adds a target for each database that is opened. */
async function openTargets(locations: DatabaseLocations, targets: SampleTarget[]): Promise<void> {
  for (const { name: department, model, totals = [], sample } of departments) {
    const location = locations.get(department);
    if (!location || !sample) continue;
    const database = await openDatabase({ ...model, location });
    targets.push({ department, database, totals, sample });
  }
}

const explain = (error: unknown) => ({
  message: error instanceof Error ? error.message : String(error),
  cause: error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined,
});

if (!parentPort) throw new Error("Expected to run in a thread.");
await load(parentPort, workerData as ThreadTask);
