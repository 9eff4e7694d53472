import { readOptions } from "@an-sinh/command-line/read-arguments";
import { readNumber } from "@an-sinh/command-line/read-number";
import { fixedOperations, variedOperation } from "../operations/operations.js";
import { readList } from "../read-list.js";
import { benchGateways, type BenchSettings } from "./bench-gateways.js";
import { contestants } from "./contestants.js";

const operationNames = [...fixedOperations, variedOperation];

const help = `Usage: npm run bench -- gateway [OPTIONS]

Measures gateways over the sample's subgraphs, whose responses are recorded once and then replayed: processor time per
request, requests per second, how late the event loop is, and memory. Each gateway is a process of its own. They take
turns, round by round, so compare the ratios of one run. The first run installs other gateways into
test/bench/peers and loads the sample. A whole run takes about eight minutes. Ctrl-C stops it.

  --operations LIST   which of ${operationNames.join(", ")} (default: all)
  --only LIST         which gateways (default: all)
${contestants.map(({ name, title }) => `                        ${name.padEnd(18)} ${title}`).join("\n")}
  --rounds N          measurements of each gateway and operation (default 5)
  --duration SECONDS  of one measurement (default 1.5)
  --warm-up SECONDS   for each gateway and operation, before the rounds (default 3)
  --connections N     requests that are open at any time (default 20)
  --crowd N           requests that are open while memory is measured (default 1000)
  --data FOLDER       SQLite files of the sample (default .data/bench/scale-1)
  --json FILE         writes every measurement there
  --help              show this`;

/** Runs `npm run bench -- gateway` and resolves with the exit code. */
export async function benchGatewayCommand(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const values = readOptions(argv, {
    operations: { type: "string", default: operationNames.join() },
    only: { type: "string", default: contestants.map(({ name }) => name).join() },
    rounds: { type: "string", default: "5" },
    duration: { type: "string", default: "1.5" },
    "warm-up": { type: "string", default: "3" },
    connections: { type: "string", default: "20" },
    crowd: { type: "string", default: "1000" },
    data: { type: "string", default: ".data/bench/scale-1" },
    json: { type: "string" },
    help: { type: "boolean" },
  });
  if (values["help"]) console.log(help);
  else await benchGateways(readSettings(values), signal);
  return 0;
}

const seconds = { from: 0.1, to: 600, isDecimal: true };

function readSettings(values: Readonly<Record<string, unknown>>): BenchSettings {
  const chosen = readList(
    "only",
    values["only"],
    contestants.map(({ name }) => name),
  );
  return {
    contestants: contestants.filter(({ name }) => chosen.includes(name)),
    operations: readList("operations", values["operations"], operationNames),
    rounds: readNumber("rounds", values["rounds"], { from: 1 }),
    durationMs: readNumber("duration", values["duration"], seconds) * 1000,
    warmUpMs: readNumber("warm-up", values["warm-up"], seconds) * 1000,
    connections: readNumber("connections", values["connections"], { from: 1 }),
    crowd: readNumber("crowd", values["crowd"], { from: 1 }),
    dataFolder: String(values["data"]),
    jsonFile: typeof values["json"] === "string" ? values["json"] : undefined,
  };
}
