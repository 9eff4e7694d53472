import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  mysqlLocations,
  sqliteLocations,
  toDatabaseUrl,
  type DatabaseLocations,
} from "@an-sinh/deployment/databases";
import { databaseVariable } from "@an-sinh/deployment/env";
import type { Dialect } from "@an-sinh/subgraph-kit/database/database";
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
  project.provide("locations", { [dialect]: [...(await loaded(dialect, folder))] });
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
    const empty = dialect === "mysql" ? await locationsOnServer() : sqliteLocations(folder);
    await load(empty);
    return empty;
  });

/** As a user does it: with the program, in a process of its own. */
async function load(locations: DatabaseLocations): Promise<void> {
  const settings = [...locations].map(([department, location]) => [
    databaseVariable(department),
    toDatabaseUrl(location),
  ]);
  const program = startProgram("packages/deployment/dist/sample.main.js", Object.fromEntries(settings));
  if ((await program.ended()) !== 0) throw new Error(`The sample could not be loaded:\n${program.output()}`);
}
