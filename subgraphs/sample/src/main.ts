import { parseArgs } from "node:util";
import { creditProgramsModel } from "@an-sinh/credit-programs/database";
import { householdsModel } from "@an-sinh/households/database";
import { housingProjectsModel } from "@an-sinh/housing-projects/database";
import { openDatabase, type Database } from "@an-sinh/kit/database/database";
import { loadEnvFile } from "@an-sinh/kit/env";
import { meritoriousServiceModel } from "@an-sinh/meritorious-service/database";
import { readSampleSettings } from "./env.js";
import { prepareSample } from "./prepare-sample.js";

const help = `Usage: npm run sample -- [--scale N]

Creates the departments' tables and loads the sample data: four provinces, calibrated to published figures.
What is loaded already is skipped. Stopped half-way, the department at hand keeps nothing.

  --scale N   make the register N times as large as the published one (1 to 20; default 1)
  --help      show this

Databases: HOUSEHOLDS_DATABASE_URL, HOUSING_PROJECTS_DATABASE_URL, CREDIT_PROGRAMS_DATABASE_URL and
MERITORIOUS_SERVICE_DATABASE_URL (sqlite:PATH or mysql://USER:PASSWORD@HOST:PORT/DATABASE); by default
the SQLite files in DATA_DIR (.data).`;

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
  const databases = new Map<string, Database>();
  try {
    await openAll(databases);
    const isLoaded = await prepareSample(databases, { scale, signal: interrupted.signal });
    if (!isLoaded) console.log("There is nothing to load.");
  } finally {
    await Promise.all([...databases.values()].map((database) => database.close()));
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

/** Adds each database as it is opened, so that whatever happens, those that are open can be closed. */
async function openAll(databases: Map<string, Database>): Promise<void> {
  const settings = readSampleSettings();
  const departments = [
    ["households", householdsModel, settings.HOUSEHOLDS_DATABASE_URL],
    ["housing-projects", housingProjectsModel, settings.HOUSING_PROJECTS_DATABASE_URL],
    ["credit-programs", creditProgramsModel, settings.CREDIT_PROGRAMS_DATABASE_URL],
    ["meritorious-service", meritoriousServiceModel, settings.MERITORIOUS_SERVICE_DATABASE_URL],
  ] as const;
  for (const [name, model, location] of departments) {
    const database = await openDatabase({ ...model, location });
    databases.set(name, database);
    await database.migrate();
  }
}
