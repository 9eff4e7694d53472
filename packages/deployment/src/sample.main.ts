import { readOptions } from "@an-sinh/command-line/read-arguments";
import { readNumber } from "@an-sinh/command-line/read-number";
import { runCommand } from "@an-sinh/command-line/run-command";
import { largestScale } from "@an-sinh/sample/population/population";
import { prepareSample } from "@an-sinh/sample/prepare-sample";
import { closeDatabases, databaseLocations, openDatabases, sampleTargets } from "./databases.js";
import { departments } from "./departments.js";
import { databaseVariable, readDatabaseSettings } from "./env.js";
import { threadsIfBuilt } from "./sample-threads.js";

const help = `Usage: npm run sample -- [--scale N] [--verbose]

Creates the departments' tables and loads the sample data: four provinces, which agree with published figures.
A department that is loaded already is skipped. Ctrl-C stops the load; a department that is not complete is empty again.

  --scale N   make the register N times as large as the published one (1 to ${largestScale}; default 1)
  --verbose   list what was wrong in the public address database from which the administrative units come
  --help      show this

Databases (sqlite:PATH or mysql://USER:PASSWORD@HOST:PORT/DATABASE); by default one database each on the server
MYSQL_URL or, without it, the SQLite files in DATA_DIR (.data):
${departments.map(({ name }) => `  ${databaseVariable(name)}`).join("\n")}`;

await runCommand(async (signal) => {
  const values = readOptions(process.argv.slice(2), {
    scale: { type: "string" },
    verbose: { type: "boolean" },
    help: { type: "boolean" },
  });
  if (values["help"]) console.log(help);
  else await loadSample(values, signal);
  return 0;
}, "Stopped. A department that was not complete is empty again.");

async function loadSample(
  { scale, verbose }: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<void> {
  const range = { from: 1, to: largestScale };
  const locations = await databaseLocations(readDatabaseSettings());
  const options = {
    load: threadsIfBuilt(locations),
    scale: scale === undefined ? undefined : readNumber("scale", scale, range),
    isVerbose: verbose === true,
    signal,
  };
  const databases = await openDatabases(locations);
  try {
    const isLoaded = await prepareSample(sampleTargets(databases), options);
    if (!isLoaded) console.log("There is nothing to load.");
  } finally {
    await closeDatabases(databases);
  }
}
