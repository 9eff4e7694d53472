import { readOptions } from "@an-sinh/command-line/read-arguments";
import { readNumber } from "@an-sinh/command-line/read-number";
import { benchReports } from "./bench-reports.js";

const help = `Usage: npm run bench -- reports [OPTIONS]

Downloads every report as CSV from a graph on SQLite in a process of its own, and prints how long the first bytes take:
where nothing was made ready, after a usual start, and again. Ctrl-C stops it.

  --only LIST    names of reports, with commas between them (default: all)
  --repeats N    how often each report is downloaded again (default 3)
  --data FOLDER  SQLite files of the sample (default .data/bench/scale-1)
  --help         show this`;

/** Runs `npm run bench -- reports` and resolves with the exit code. */
export async function benchReportsCommand(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const values = readOptions(argv, {
    only: { type: "string" },
    repeats: { type: "string", default: "3" },
    data: { type: "string", default: ".data/bench/scale-1" },
    help: { type: "boolean" },
  });
  if (values["help"]) {
    console.log(help);
    return 0;
  }
  const repeats = readNumber("repeats", values["repeats"], { from: 1, to: 100 });
  const only = typeof values["only"] === "string" ? values["only"].split(",") : undefined;
  await benchReports({ only, repeats, dataFolder: String(values["data"]) }, signal);
  return 0;
}
