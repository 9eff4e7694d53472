import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { createProgress } from "@an-sinh/console/progress";
import { ExplainedError } from "@an-sinh/console/explained-error";
import { readArguments } from "@an-sinh/console/read-arguments";
import { readNumber } from "@an-sinh/console/read-number";
import { UsageError } from "@an-sinh/console/usage-error";
import { describeMachine } from "../bench/graph/machine.js";
import { operationNamed } from "../bench/operations/operations.js";
import { storedOperation } from "../support/operations.js";
import { faults } from "./faults.js";
import { faultTable, failuresOf } from "./fault-table.js";
import { openFaultGraph } from "./open-fault-graph.js";
import { runFault, type FaultResult } from "./run-fault.js";

const help = `Usage: npm run faults -- [OPTIONS]

Starts the distributed topology (gateway, four subgraphs, MariaDB), lets one fault after the other happen to one
department, and prints a table: what clients got of operations that ask all four departments, and how long the graph
took to be whole again. The first run loads the sample, which takes minutes. Ctrl-C stops it. The exit code is 1 where an
answer was wrong, the rest of an answer was missing, or the graph did not recover.

  --only TEXT         only faults whose name contains this
  --short             only the shorter half of the table
  --seconds N         how long each fault lasts (default 6)
  --data FOLDER       where the sample is kept (default .data/bench)
  --help              show this`;

/** Operations that ask all four departments. */
const documents = [storedOperation("person-across-departments"), operationNamed("large").documentAt(0)];

/** The department that fails. */
const department = "credit-programs";

/** Runs `npm run faults` and resolves with the exit code. */
export async function faultsCommand(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const { names, values } = readArguments(argv, {
    only: { type: "string", default: "" },
    short: { type: "boolean" },
    seconds: { type: "string", default: "6" },
    data: { type: "string", default: ".data/bench" },
    help: { type: "boolean" },
  });
  if (names.length > 0) throw new UsageError(`Expected options only, but got: ${names.join(" ")}`);
  if (values["help"]) {
    console.log(help);
    return 0;
  }
  const only = String(values["only"]);
  const chosen = faults.filter(({ name, isShort }) => name.includes(only) && (isShort || !values["short"]));
  if (chosen.length === 0)
    throw new UsageError(`--only: expected a part of a fault's name, but got: ${only}`);
  const lastsMs = readNumber("seconds", values["seconds"], { from: 0.5, to: 600, isDecimal: true }) * 1000;
  const folder = String(values["data"]);
  await mkdir(folder, { recursive: true });
  const scratchFolder = await mkdtemp(join(folder, "faults-"));
  try {
    return await runFaults(chosen, { folder, scratchFolder, lastsMs, signal });
  } finally {
    await rm(scratchFolder, { recursive: true, force: true });
  }
}

interface FaultsRun {
  readonly folder: string;
  readonly scratchFolder: string;
  readonly lastsMs: number;
  readonly signal: AbortSignal;
}

async function runFaults(
  chosen: typeof faults,
  { folder, scratchFolder, lastsMs, signal }: FaultsRun,
): Promise<number> {
  const progress = createProgress(process.stderr);
  progress.line("Starting the graph …");
  await using context = await openFaultGraph({ folder, scratchFolder, documents, signal });
  if (!context)
    throw new ExplainedError("Expected mariadbd or mysqld on the PATH: faults need a database server.");
  const results: FaultResult[] = [];
  for (const fault of chosen) {
    signal.throwIfAborted();
    progress.line(`${fault.name} …`);
    const plan = { department, lastsMs, everyMs: 50, recoveryLimitMs: 60_000 };
    results.push(await runFault(fault, context, plan));
  }
  console.log(`${describeMachine()}. Each fault lasted ${lastsMs / 1000} s; a request every 50 ms.\n`);
  console.log(faultTable(results));
  const failures = failuresOf(results);
  if (failures.length > 0) console.log(`\n${failures.join("\n")}`);
  return failures.length > 0 ? 1 : 0;
}
