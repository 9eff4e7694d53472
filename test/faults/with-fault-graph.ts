import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { ExplainedError } from "@an-sinh/command-line/explained-error";
import { openStore } from "../bench/graph/stores.js";
import { loadSample } from "../bench/sample.js";
import { openFaultGraph, type FaultGraph } from "./open-fault-graph.js";

interface WithFaultGraph {
  /** Where the sample is kept. */
  readonly folder: string;
  /** What the client asks. */
  readonly documents: readonly string[];
  readonly signal: AbortSignal;
}

/** Starts MariaDB with the sample and the graph over it, and ends both after the work. */
export async function withFaultGraph<Result>(
  { folder, documents, signal }: WithFaultGraph,
  work: (graph: FaultGraph) => Promise<Result>,
): Promise<Result> {
  await mkdir(folder, { recursive: true });
  const store = await openStore("mysql", folder);
  if (!store)
    throw new ExplainedError("Expected mariadbd or mysqld on the PATH: faults need a database server.");
  const scratchFolder = await mkdtemp(join(folder, "faults-"));
  try {
    const locations = await store.locate("scale-1");
    await loadSample(locations, { scale: 1, signal });
    const databasePid = store.server?.pid ?? null;
    await using graph = await openFaultGraph({ locations, databasePid, scratchFolder, documents, signal });
    return await work(graph);
  } finally {
    await rm(scratchFolder, { recursive: true, force: true });
    await store.close();
  }
}
