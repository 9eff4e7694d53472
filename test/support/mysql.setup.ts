import type { TestProject } from "vitest/node";
import { hasMysql, startMysql, type MysqlServer } from "./mysql-server.js";
import { oncePerRun } from "./once-per-run.js";
import "./prepared-databases.js";

/** The MySQL or MariaDB server of this run. Null: there is none. */
export const mysqlOfRun = (): Promise<MysqlServer | null> =>
  oncePerRun("mysql", async () => (hasMysql() ? startMysql() : null));

/** Starts the server and stops it in the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await mysqlOfRun();
  project.provide("mysqlUrl", server?.url ?? null);
  project.provide("mysqlPrefix", server?.prefix ?? "");
  return async () => server?.stop();
}
