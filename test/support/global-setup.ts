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
import type { TestProject } from "vitest/node";
import { hasMysql, startMysql } from "./mysql-server.js";
import "./prepared-databases.js";

/**
 * Loads the sample data once per dialect. The tests of the graph read it and never write. With TEST_DATA_DIR the
 * SQLite files stay in that folder, so that the next run does not load them again.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const keptFolder = process.env["TEST_DATA_DIR"];
  const folder = keptFolder ?? (await mkdtemp(join(tmpdir(), "an-sinh-test-")));
  const server = hasMysql() ? await startMysql() : null;
  const teardown = async () => {
    await server?.stop();
    if (!keptFolder) await rm(folder, { recursive: true, force: true });
  };
  try {
    const sqlite = sqliteLocations(folder);
    const mysql = server ? await mysqlLocations(server.url, server.prefix) : undefined;
    for (const locations of [sqlite, mysql]) if (locations) await load(locations);
    project.provide("locations", { sqlite: [...sqlite], ...(mysql ? { mysql: [...mysql] } : {}) });
    project.provide("mysqlUrl", server?.url ?? null);
    project.provide("mysqlPrefix", server?.prefix ?? "");
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}

async function load(locations: DatabaseLocations): Promise<void> {
  const databases = await openDatabases(locations);
  await prepareSample(sampleTargets(databases)).finally(() => closeDatabases(databases));
}
