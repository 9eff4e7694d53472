import { readOptions } from "@an-sinh/command-line/read-arguments";
import { readNumber } from "@an-sinh/command-line/read-number";
import { largestScale } from "@an-sinh/sample/population/population";
import { storedOperations } from "../../support/operations.js";
import { fixedOperations } from "../operations/operations.js";
import { readList } from "../read-list.js";
import { benchGraph, type BenchGraphSettings } from "./bench-graph.js";
import { partNames } from "./parts.js";
import { servingContestants } from "./serving/contestants.js";
import { storeNames } from "./stores.js";

const operationNames = [...fixedOperations, ...storedOperations().map(({ name }) => name)];
const contestantNames = servingContestants.map(({ name }) => name);

const help = `Usage: npm run bench -- graph [OPTIONS]

Measures the whole graph over the sample, on SQLite and MariaDB, and prints Markdown tables and what was reached of the
goals. The first run loads the samples into the folder: scale 20 takes minutes and gigabytes, on MariaDB more. After that
a whole run takes about 15 minutes. Ctrl-C stops it.

  --parts LIST        which of these (default: all)
                        serving   processor time and requests per second, beside other gateways and SQL by hand
                        growth    time and number of SQL statements at several sizes of the sample
                        start     the first start and a later one
                        files     import and export of every kind of CSV file
                        leaving   what is still done when the client of a heavy operation has left
                        kept      answers to everyone, with responses that are kept and without
  --operations LIST   which of ${fixedOperations.join(", ")} and the stored operations (default: all)
  --database LIST     sqlite, mysql or both (default both). mysql is a server of its own; mariadbd or mysqld has to be
                      installed
  --data FOLDER       where the samples are kept (default .data/bench)
  --help              show this

serving:
  --only LIST         who answers (default: all)
${servingContestants.map(({ name, title }) => `                        ${name.padEnd(14)} ${title}`).join("\n")}
  --rounds N          measurements of each (default 3)
  --duration SECONDS  of one measurement (default 0.7)
  --warm-up SECONDS   for each, before the rounds (default 1)
  --connections N     requests that are open at any time (default 10)

growth:
  --scales LIST       sizes of the sample, 1 being the published register (default 1,20)
  --runs N            how often each operation is asked (default 11)`;

/** Runs `npm run bench -- graph` and resolves with the exit code. */
export async function benchGraphCommand(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const values = readOptions(argv, {
    parts: { type: "string", default: partNames.join() },
    database: { type: "string", default: "both" },
    data: { type: "string", default: ".data/bench" },
    operations: { type: "string", default: operationNames.join() },
    only: { type: "string", default: contestantNames.join() },
    rounds: { type: "string", default: "3" },
    duration: { type: "string", default: "0.7" },
    "warm-up": { type: "string", default: "1" },
    connections: { type: "string", default: "10" },
    scales: { type: "string", default: "1,20" },
    runs: { type: "string", default: "11" },
    help: { type: "boolean" },
  });
  if (values["help"]) console.log(help);
  else await benchGraph(readSettings(values), signal);
  return 0;
}

const seconds = { from: 0.1, to: 600, isDecimal: true };

function readSettings(values: Readonly<Record<string, unknown>>): BenchGraphSettings {
  const database = values["database"];
  return {
    parts: readList("parts", values["parts"], partNames),
    stores: database === "both" ? storeNames : readList("database", database, storeNames),
    folder: String(values["data"]),
    contestants: readList("only", values["only"], contestantNames),
    operations: readList("operations", values["operations"], operationNames),
    rounds: readNumber("rounds", values["rounds"], { from: 1 }),
    durationMs: readNumber("duration", values["duration"], seconds) * 1000,
    warmUpMs: readNumber("warm-up", values["warm-up"], seconds) * 1000,
    connections: readNumber("connections", values["connections"], { from: 1 }),
    scales: String(values["scales"])
      .split(",")
      .map((scale) => readNumber("scales", scale, { from: 1, to: largestScale })),
    runs: readNumber("runs", values["runs"], { from: 1 }),
  };
}
