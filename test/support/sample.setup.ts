import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  closeDatabases,
  mysqlLocations,
  openDatabases,
  sampleTargets,
  sqliteLocations,
  type DatabaseLocations,
} from "@an-sinh/deployment/databases";
import { prepareSample } from "@an-sinh/sample/prepare-sample";
import type { Dialect } from "@an-sinh/subgraph-kit/database/database";
import type { TestProject } from "vitest/node";
import { mysqlOfRun } from "./mysql.setup.js";
import { oncePerRun } from "./once-per-run.js";
import "./prepared-databases.js";

/**
 * Loads the sample for the projects whose tests need it, once per dialect. The tests read it and never write. With
 * TEST_DATA_DIR the SQLite files stay in that folder, so that the next run does not load them again.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dialect: Dialect = project.config.env?.["TEST_DIALECT"] === "mysql" ? "mysql" : "sqlite";
  const folder = await oncePerRun("sample folder", sampleFolder);
  const locations = await oncePerRun(`sample on ${dialect}`, async () => {
    const empty = dialect === "mysql" ? await locationsOnServer() : sqliteLocations(folder);
    await load(empty);
    return empty;
  });
  project.provide("locations", { [dialect]: [...locations] });
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

async function load(locations: DatabaseLocations): Promise<void> {
  const databases = await openDatabases(locations);
  await prepareSample(sampleTargets(databases)).finally(() => closeDatabases(databases));
}
