import { createProgress, type Progress } from "@an-sinh/command-line/progress";
import { readOptions } from "@an-sinh/command-line/read-arguments";
import { readNumber } from "@an-sinh/command-line/read-number";
import { UsageError } from "@an-sinh/command-line/usage-error";
import { describeMachine } from "../bench/graph/machine.js";
import { operationNamed } from "../bench/operations/operations.js";
import { storedOperation } from "../support/operations.js";
import { askWhenIdleEnds } from "../../gateway/test/support/idle-connections.js";
import { faults, type Fault } from "./faults.js";
import { faultTable, failuresOf } from "./fault-table.js";
import type { FaultGraph } from "./open-fault-graph.js";
import { withFaultGraph } from "./with-fault-graph.js";
import { runFault, type FaultResult } from "./run-fault.js";

const help = `Usage: npm run faults -- [OPTIONS]

Starts the distributed topology (gateway, four subgraphs, MariaDB), lets one fault after the other happen to one
department, and prints a table: what clients got of operations that ask all four departments, and how long the graph
took to be whole again. At last it asks a department that closes idle connections when the next request comes. The first
run loads the sample, which takes minutes. Ctrl-C stops it. The exit code is 1 where an answer was wrong, the rest of an
answer was missing, the graph did not recover, or a request failed at a connection that was idle.

  --only TEXT         only faults whose name contains this; may be given several times
  --short             only the shorter half of the table
  --seconds N         how long each fault lasts (default 6)
  --data FOLDER       where the sample is kept (default .data/bench)
  --help              show this`;

/** Operations that ask all four departments. */
const documents = [storedOperation("person-across-departments"), operationNamed("large").documentAt(0)];

/** The department that fails. */
const department = "credit-programs";

/** From one request to the next. */
const everyMs = 50;

/** To a department that closes idle connections. */
const idleRequests = 1_500;

/** Runs `npm run faults` and resolves with the exit code. */
export async function faultsCommand(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const values = readOptions(argv, {
    only: { type: "string", multiple: true, default: [""] },
    short: { type: "boolean" },
    seconds: { type: "string", default: "6" },
    data: { type: "string", default: ".data/bench" },
    help: { type: "boolean" },
  });
  if (values["help"]) {
    console.log(help);
    return 0;
  }
  const only = values["only"] as readonly string[];
  const chosen = faults.filter(
    ({ name, isShort }) => only.some((part) => name.includes(part)) && (isShort || !values["short"]),
  );
  if (chosen.length === 0)
    throw new UsageError(`--only: expected a part of a fault's name, but got: ${only.join(", ")}`);
  const lastsMs = readNumber("seconds", values["seconds"], { from: 0.5, to: 600, isDecimal: true }) * 1000;
  const progress = createProgress(process.stderr);
  progress.line("Starting the graph …");
  const results = await withFaultGraph({ folder: String(values["data"]), documents, signal }, (graph) =>
    runFaults(chosen, graph, { lastsMs, progress, signal }),
  );
  console.log(
    `${describeMachine()}. Each fault lasted ${lastsMs / 1000} s; a request every ${everyMs} ms.\n`,
  );
  console.log(faultTable(results));
  const failures = failuresOf(results);
  if (only.includes("") && !values["short"]) failures.push(...(await askIdleConnections()));
  if (failures.length > 0) console.log(`\n${failures.join("\n")}`);
  return failures.length > 0 ? 1 : 0;
}

/** Prints how many requests failed, with and without sending them again. Returns what must not have happened, in words. */
async function askIdleConnections(): Promise<string[]> {
  const once = await askWhenIdleEnds(idleRequests, { retries: 0 });
  const again = await askWhenIdleEnds(idleRequests);
  console.log(
    `\nA department closes connections that are idle, each at about the time of the next request: of ${idleRequests} ` +
      `requests ${again.failed} failed (${again.connections} connections), and ${once.failed} where none is sent again.`,
  );
  return again.failed > 0 ? [`idle connections are closed: ${again.failed} requests failed`] : [];
}

interface FaultsRun {
  readonly lastsMs: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

async function runFaults(
  chosen: readonly Fault[],
  graph: FaultGraph,
  { lastsMs, progress, signal }: FaultsRun,
): Promise<FaultResult[]> {
  const results: FaultResult[] = [];
  for (const fault of chosen) {
    signal.throwIfAborted();
    progress.line(`${fault.name} …`);
    results.push(await runFault(fault, graph, { department, lastsMs, everyMs, recoveryLimitMs: 60_000 }));
  }
  return results;
}
