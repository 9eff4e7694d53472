import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createProgress, type Progress } from "@an-sinh/command-line/progress";
import { readOptions } from "@an-sinh/command-line/read-arguments";
import { UsageError } from "@an-sinh/command-line/usage-error";
import { databaseName } from "@an-sinh/deployment/databases";
import { describeMachine } from "../bench/graph/machine.js";
import { markdownTable } from "../bench/tables/markdown-table.js";
import { CheckingClient } from "../faults/client.js";
import { seenCells, seenColumns } from "../faults/seen-columns.js";
import { storedOperations } from "../support/operations.js";
import { countOnNodes } from "./count-on-nodes.js";
import { clusterEvents } from "./events.js";
import { importOffice } from "./import-lines.js";
import { withCluster, type Cluster } from "./open-cluster.js";
import { runEvent, type EventResult } from "./run-events.js";

const help = `Usage: npm run cluster -- [OPTIONS]

Starts a MariaDB Galera cluster of three nodes, two replicas of each subgraph and of the gateway, HAProxy and Redis on
this machine. While nodes are killed, frozen and rejoined and replicas are killed and rolled, it asks the stored
operations, compares each answer with the right one, and imports files. Prints a table; the exit code is 1 where an
answer was wrong or an import was lost. Needs Debian's packages mariadb-server, galera-4, rsync, haproxy and
redis-server. Takes several minutes and a few GB in the folder for temporary
files. Ctrl-C stops it.

  --only TEXT         only events whose name contains this
  --data FOLDER       where the sample is kept (default .data/bench)
  --help              show this`;

/** From one request to the next. */
const everyMs = 100;

/** Runs `npm run cluster` and resolves with the exit code. */
export async function clusterCommand(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const values = readOptions(argv, {
    only: { type: "string", default: "" },
    data: { type: "string", default: ".data/bench" },
    help: { type: "boolean" },
  });
  if (values["help"]) {
    console.log(help);
    return 0;
  }
  const [only, folder] = [String(values["only"]), resolve(String(values["data"]))];
  const chosen = clusterEvents.filter(({ name }) => name.includes(only));
  if (chosen.length === 0)
    throw new UsageError(`--only: expected a part of an event's name, but got: ${only}`);
  const scratchFolder = await mkdtemp(join(tmpdir(), "an-sinh-cluster-"));
  await chmod(scratchFolder, 0o711);
  const progress = createProgress(process.stderr);
  const report = (text: string) => progress.line(text);
  try {
    return await withCluster({ folder, scratchFolder, signal, report }, (cluster) =>
      runEvents(cluster, { chosen, scratchFolder, progress, signal }),
    );
  } finally {
    await rm(scratchFolder, { recursive: true, force: true });
  }
}

interface EventsRun {
  readonly chosen: typeof clusterEvents;
  readonly scratchFolder: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

async function runEvents(
  cluster: Cluster,
  { chosen, scratchFolder, progress, signal }: EventsRun,
): Promise<number> {
  const documents = storedOperations().map(({ document }) => document);
  const client = new CheckingClient(cluster.url, cluster.token, documents);
  await client.learn();
  const databaseUrl = cluster.databaseUrl("credit-programs");
  let imported = 0;
  const importNext = () => importOffice((imported += 1), { databaseUrl, folder: scratchFolder });
  const results: EventResult[] = [];
  for (const event of chosen) {
    signal.throwIfAborted();
    progress.line(`${event.name} …`);
    results.push(await runEvent(event, { cluster, client, importNext, everyMs, signal }));
  }
  const lost = await findLostImports(cluster, results);
  console.log(`${describeMachine()}. A request every ${everyMs} ms.\n\n${eventTable(results)}`);
  for (const text of lost) console.log(text);
  const isWrong = results.some(({ seen }) => seen.some(({ verdict }) => verdict.kind === "wrong"));
  return isWrong || lost.length > 0 ? 1 : 0;
}

/** What the importer said that is not so on every node, in words. */
async function findLostImports({ nodes }: Cluster, results: readonly EventResult[]): Promise<string[]> {
  const table = `scale_1_${databaseName("credit-programs")}.transaction_office`;
  const problems: string[] = [];
  for (const { id, isStored, message } of results.flatMap(({ imports }) => imports)) {
    const counts = await countOnNodes(nodes, `SELECT COUNT(*) AS count FROM ${table} WHERE id = ?`, [id]);
    const wanted = isStored ? 1 : 0;
    // Whether it is stored may not be known where the connection was lost at the end.
    const mayBeEither = !isStored && !message.includes("Nothing was stored");
    if (counts.some((count) => count !== (mayBeEither ? counts[0] : wanted)))
      problems.push(`The import of ${id} is on the nodes ${counts.join(", ")} times. It said: ${message}`);
  }
  return problems;
}

const eventTable = (results: readonly EventResult[]): string =>
  markdownTable(
    ["event", ...seenColumns, "imports", "not stored"],
    results.map(({ name, seen, imports }) => [
      name,
      ...seenCells(seen),
      String(imports.length),
      String(imports.filter(({ isStored }) => !isStored).length),
    ]),
  );
