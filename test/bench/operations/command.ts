import { readArguments } from "@an-sinh/console/read-arguments";
import { readNumber } from "@an-sinh/console/read-number";
import { UsageError } from "@an-sinh/console/usage-error";
import { largestScale } from "@an-sinh/sample/population/population";
import { measureOperations } from "./measure-operations.js";

const help = `Usage: npm run bench -- operations [OPTIONS]

Measures every stored operation on the sample at several sizes, in one process, on SQLite. Prints the median latency
and the number of SQL statements of each operation, and by how much the latency grows from the first scale to the
last. The samples are loaded into the folder on the first run: scale 20 takes minutes and gigabytes. Ctrl-C stops it.

  --scales LIST    sizes of the sample, 1 being the published register (default 1,20)
  --runs N         measurements of each operation (default 15)
  --folder FOLDER  where the samples are (default .data/bench)
  --help           show this`;

/** Runs `npm run bench -- operations` and resolves with the exit code. */
export async function benchOperationsCommand(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const { names, values } = readArguments(argv, {
    scales: { type: "string", default: "1,20" },
    runs: { type: "string", default: "15" },
    folder: { type: "string", default: ".data/bench" },
    help: { type: "boolean" },
  });
  if (names.length > 0) throw new UsageError(`Expected options only, but got: ${names.join(" ")}`);
  if (values["help"]) {
    console.log(help);
    return 0;
  }
  const scales = String(values["scales"])
    .split(",")
    .map((scale) => readNumber("scales", scale, { from: 1, to: largestScale }));
  const runs = readNumber("runs", values["runs"], { from: 1 });
  await measureOperations({ scales, runs, folder: String(values["folder"]) }, signal);
  return 0;
}
