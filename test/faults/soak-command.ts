import { createProgress } from "@an-sinh/command-line/progress";
import { readOptions } from "@an-sinh/command-line/read-arguments";
import { readNumber } from "@an-sinh/command-line/read-number";
import { createRandom } from "@an-sinh/sample/population/random";
import { describeMachine } from "../bench/graph/machine.js";
import { operationNamed } from "../bench/operations/operations.js";
import { markdownTable } from "../bench/tables/markdown-table.js";
import { storedOperation } from "../support/operations.js";
import { withFaultGraph } from "./with-fault-graph.js";
import { soak, type SoakResult } from "./soak.js";

const help = `Usage: npm run soak -- [OPTIONS]

Starts the distributed topology and asks it at a steady rate, while a random fault happens to a random department every
10 seconds. Each answer is compared with the right one. Prints how many answers were whole, lacked what failed, or were
wrong, and how the memory of each process grew: as it was, and what was needed of it, after a collection of garbage. Ctrl-C
stops it. The exit code is 1 where an answer was wrong or the
gateway ended.

  --minutes N         how long (default 10)
  --rate N            requests per second (default 100)
  --seed N            of the random numbers: the same faults in the same order (default 1)
  --data FOLDER       where the sample is kept (default .data/bench)
  --help              show this`;

/** Each asks all departments or most of them, and costs little: the machine has to bear the rate. */
const documents = [storedOperation("person-across-departments"), operationNamed("small").documentAt(0)];

/** Runs `npm run soak` and resolves with the exit code. */
export async function soakCommand(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const values = readOptions(argv, {
    minutes: { type: "string", default: "10" },
    rate: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    data: { type: "string", default: ".data/bench" },
    help: { type: "boolean" },
  });
  if (values["help"]) {
    console.log(help);
    return 0;
  }
  const durationMs =
    readNumber("minutes", values["minutes"], { from: 0.1, to: 1_440, isDecimal: true }) * 60_000;
  const rate = readNumber("rate", values["rate"], { from: 1, to: 10_000 });
  const random = createRandom(readNumber("seed", values["seed"], { from: 0 }), "soak");
  const folder = String(values["data"]);
  const progress = createProgress(process.stderr);
  progress.line("Starting the graph …");
  const onFault = (text: string) => progress.line(text);
  const result = await withFaultGraph({ folder, documents, signal }, (graph) =>
    soak(graph, { durationMs, rate, random, onFault, signal }),
  );
  console.log(`${describeMachine()}. ${durationMs / 60_000} minutes at ${rate} requests a second.\n`);
  console.log(soakTables(result));
  return result.counts.wrong > 0 ? 1 : 0;
}

const soakTables = ({ counts, wrongPlaces, codes, memory, ...result }: SoakResult): string =>
  [
    markdownTable(
      ["whole", "the rest", "no data", "wrong", "faults", "slowest ms"],
      [
        [
          counts.whole,
          counts.partial,
          counts.none,
          counts.wrong,
          result.faults,
          Math.round(result.slowestMs),
        ].map(String),
      ],
    ),
    `Codes: ${codes.join(", ") || "none"}.${wrongPlaces.length > 0 ? ` Wrong at: ${wrongPlaces.join(", ")}.` : ""}`,
    markdownTable(
      ["process", "most MiB", "growth: MiB a minute", "needed at last: MiB", "growth of it: MiB a minute"],
      memory.map(({ name, most, growthPerMinute, neededLast, neededGrowthPerMinute }) => [
        name,
        most.toFixed(0),
        growthPerMinute.toFixed(2),
        neededLast.toFixed(1),
        neededGrowthPerMinute.toFixed(2),
      ]),
    ),
  ].join("\n\n");
