import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  mysqlLocations,
  sqliteLocations,
  toDatabaseUrl,
  type DatabaseLocations,
} from "@an-sinh/deployment/databases";
import { databaseVariable } from "@an-sinh/deployment/env";
import type { Dialect } from "@an-sinh/subgraph-kit/database/database";
import type { DatabaseLocation } from "@an-sinh/subgraph-kit/database/database-url";
import type { TestProject } from "vitest/node";
import { mysqlOfRun } from "./mysql.setup.js";
import { oncePerRun } from "./once-per-run.js";
import "./prepared-databases.js";
import { startProgram } from "./program.js";

/**
 * Loads the sample for the projects whose tests need it, once per dialect. The tests read it and never write. With
 * TEST_DATA_DIR the SQLite files stay in that folder, so that the next run does not load them again.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await oncePerRun("sample folder", sampleFolder);
  // The loads of both dialects run side by side.
  for (const other of project.vitest.projects) void loaded(dialectOf(other), folder);
  const dialect = dialectOf(project);
  const locations = [...(await loaded(dialect, folder))];
  project.provide("locations", { [dialect]: locations });
  project.provide("settings", Object.fromEntries(locations.map(settingsOf)));
  return async () => {
    if (!process.env["TEST_DATA_DIR"]) await rm(folder, { recursive: true, force: true });
  };
}

const sampleFolder = async (): Promise<string> =>
  process.env["TEST_DATA_DIR"] ?? (await mkdtemp(join(tmpdir(), "an-sinh-test-")));

async function locationsOnServer(): Promise<DatabaseLocations> {
  const server = await mysqlOfRun();
  if (!server) throw new Error("Expected a MySQL server for the tests on MySQL.");
  return mysqlLocations(server.url, server.prefix);
}

const dialectOf = ({ config }: TestProject): Dialect =>
  config.env?.["TEST_DIALECT"] === "mysql" ? "mysql" : "sqlite";

const loaded = (dialect: Dialect, folder: string): Promise<DatabaseLocations> =>
  oncePerRun(`sample on ${dialect}`, async () => {
    const locations = dialect === "mysql" ? await locationsOnServer() : sqliteLocations(folder);
    if (dialect === "sqlite" && !existsSync(join(folder, "households.sqlite"))) await startFirst(folder);
    else await load(locations);
    return locations;
  });

/** As most users do it: the first start of the graph loads the sample into files. */
async function startFirst(folder: string): Promise<void> {
  const settings = { DATA_DIR: resolve(folder), PORT: "0" };
  const program = startProgram("packages/deployment/dist/embedded.main.js", settings);
  await program.until(/The sample is loaded/);
  await program.until(/Endpoint/);
  program.kill("SIGINT");
  if ((await program.ended()) !== 0)
    throw new Error(`The first start did not end well:\n${program.output()}`);
}

const settingsOf = ([department, location]: readonly [string, DatabaseLocation]) =>
  [department, { [databaseVariable(department)]: toDatabaseUrl(location) }] as const;

/** By the program that does only this. */
async function load(locations: DatabaseLocations): Promise<void> {
  const settings = [...locations].map(settingsOf).map(([, setting]) => setting);
  const program = startProgram("packages/deployment/dist/sample.main.js", Object.assign({}, ...settings));
  if ((await program.ended()) !== 0) throw new Error(`The sample could not be loaded:\n${program.output()}`);
}
