import { readOptions } from "@an-sinh/command-line/read-arguments";
import { readNumber } from "@an-sinh/command-line/read-number";
import { fixedOperations } from "../operations/operations.js";
import { readList } from "../read-list.js";
import { benchOverload, type OverloadSettings } from "./bench-overload.js";

const help = `Usage: npm run bench -- overload [OPTIONS]

Offers the gateway more requests than it can answer, at a steady rate, over recorded subgraphs: once as it is, and once
where it takes every request; on connections that are kept, and with a new one for each request. Prints how many answers
come in time, beside how many it can give at most. Ctrl-C stops it.

  --operation NAME    one of ${fixedOperations.join(", ")} (default medium)
  --times LIST        how many times its capacity it is offered (default 1,2)
  --duration SECONDS  of one measurement (default 5)
  --good SECONDS      an answer that comes later does not count (default 1)
  --data FOLDER       SQLite files of the sample (default .data/bench/scale-1)
  --help              show this`;

/** Runs `npm run bench -- overload` and resolves with the exit code. */
export async function benchOverloadCommand(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const values = readOptions(argv, {
    operation: { type: "string", default: "medium" },
    times: { type: "string", default: "1,2" },
    duration: { type: "string", default: "5" },
    good: { type: "string", default: "1" },
    data: { type: "string", default: ".data/bench/scale-1" },
    help: { type: "boolean" },
  });
  if (values["help"]) console.log(help);
  else await benchOverload(readSettings(values), signal);
  return 0;
}

const seconds = { from: 0.1, to: 600, isDecimal: true };

function readSettings(values: Readonly<Record<string, unknown>>): OverloadSettings {
  const [operation = "medium"] = readList("operation", values["operation"], fixedOperations);
  return {
    operation,
    times: String(values["times"])
      .split(",")
      .map((times) => readNumber("times", times, { from: 0.1, to: 100, isDecimal: true })),
    durationMs: readNumber("duration", values["duration"], seconds) * 1_000,
    goodMs: readNumber("good", values["good"], seconds) * 1_000,
    dataFolder: String(values["data"]),
  };
}
