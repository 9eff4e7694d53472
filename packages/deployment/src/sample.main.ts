import { readArguments } from "@an-sinh/console/read-arguments";
import { runCommand } from "@an-sinh/console/run-command";
import { UsageError } from "@an-sinh/console/usage-error";
import { largestScale } from "@an-sinh/sample/population/population";
import { prepareSample } from "@an-sinh/sample/prepare-sample";
import { closeDatabases, databaseLocations, openDatabases, sampleTargets } from "./databases.js";
import { departments } from "./departments.js";
import { databaseVariable, readDatabaseSettings } from "./env.js";

const help = `Usage: npm run sample -- [--scale N]

Creates the departments' tables and loads the sample data: four provinces, which agree with published figures.
A department that is loaded already is skipped. Ctrl-C stops the load; a department that is not complete is empty again.

  --scale N   make the register N times as large as the published one (1 to ${largestScale}; default 1)
  --help      show this

Databases (sqlite:PATH or mysql://USER:PASSWORD@HOST:PORT/DATABASE); by default one database each on the server
MYSQL_URL or, without it, the SQLite files in DATA_DIR (.data):
${departments.map(({ name }) => `  ${databaseVariable(name)}`).join("\n")}`;

await runCommand(async (signal) => {
  const { names, values } = readArguments(process.argv.slice(2), {
    scale: { type: "string" },
    help: { type: "boolean" },
  });
  if (names.length > 0) throw new UsageError(`Expected options only, but got: ${names.join(" ")}`);
  if (values["help"]) console.log(help);
  else await loadSample(values["scale"], signal);
  return 0;
}, "Stopped. A department that was not complete is empty again.");

async function loadSample(scale: unknown, signal: AbortSignal): Promise<void> {
  const options = { scale: typeof scale === "string" ? parseScale(scale) : undefined, signal };
  const databases = await openDatabases(await databaseLocations(readDatabaseSettings()));
  try {
    const isLoaded = await prepareSample(sampleTargets(databases), options);
    if (!isLoaded) console.log("There is nothing to load.");
  } finally {
    await closeDatabases(databases);
  }
}

function parseScale(text: string): number {
  const scale = Number(text);
  if (Number.isInteger(scale) && scale >= 1 && scale <= largestScale) return scale;
  throw new UsageError(`--scale: expected a whole number from 1 to ${largestScale}, but got: ${text}`);
}
