import { parseArgs } from "node:util";
import { loadEnvFile } from "@an-sinh/server/env";
import { prepareSample } from "@an-sinh/sample/prepare-sample";
import { closeDatabases, databaseLocations, openDatabases, sampleTargets } from "./databases.js";
import { departments } from "./departments.js";
import { databaseVariable, readDatabaseSettings } from "./env.js";

const help = `Usage: npm run sample -- [--scale N]

Creates the departments' tables and loads the sample data: four provinces, calibrated to published figures.
What is loaded already is skipped. Stopped half-way, the department at hand keeps nothing.

  --scale N   make the register N times as large as the published one (1 to 20; default 1)
  --help      show this

Databases (sqlite:PATH or mysql://USER:PASSWORD@HOST:PORT/DATABASE); by default one database each on the server
MYSQL_URL or, without it, the SQLite files in DATA_DIR (.data):
${departments.map(({ name }) => `  ${databaseVariable(name)}`).join("\n")}`;

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => interrupted.abort(new Error("Stopped. The department at hand kept nothing.")));
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = interrupted.signal.aborted ? 130 : 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { scale: { type: "string" }, help: { type: "boolean" } } });
  if (values.help) {
    console.log(help);
    return;
  }
  const scale = values.scale === undefined ? undefined : parseScale(values.scale);
  loadEnvFile();
  const databases = await openDatabases(await databaseLocations(readDatabaseSettings()));
  try {
    const isLoaded = await prepareSample(sampleTargets(databases), { scale, signal: interrupted.signal });
    if (!isLoaded) console.log("There is nothing to load.");
  } finally {
    await closeDatabases(databases);
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

function parseScale(text: string): number {
  const scale = Number(text);
  if (Number.isInteger(scale) && scale >= 1 && scale <= 20) return scale;
  throw new Error(`--scale: expected a whole number from 1 to 20, but got: ${text}`);
}
