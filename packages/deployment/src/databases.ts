import { join } from "node:path";
import type { SampleTarget } from "@an-sinh/sample/load-departments";
import type { Logger } from "@an-sinh/server/logger";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import {
  mysqlDatabaseUrl,
  type DatabaseLocation,
  type ServerLocation,
} from "@an-sinh/subgraph-kit/database/database-url";
import { namingSetting } from "@an-sinh/subgraph-kit/database/naming-setting";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import type { StatementListener } from "@an-sinh/subgraph-kit/database/statement-logger";
import { departments, type Department } from "./departments.js";
import { databaseVariable, type DatabaseSettings } from "./env.js";

/** Each department's database, by the name of the department. */
export type Databases = ReadonlyMap<string, Database>;
export type DatabaseLocations = ReadonlyMap<string, DatabaseLocation>;

/** The name of a department's database on a MySQL server. */
export const databaseName = (department: string): string => `an_sinh_${department.replaceAll("-", "_")}`;

/** A department's SQLite file in a folder. */
const sqliteLocation = (folder: string, department: string): DatabaseLocation => ({
  kind: "sqlite",
  file: join(folder, `${department}.sqlite`),
});

/** A department's database on a MySQL or MariaDB server. It is created if it is missing. */
async function mysqlLocation(
  serverUrl: string,
  name: string,
  how: Pick<ServerLocation, "settings" | "replicas"> = {},
): Promise<DatabaseLocation> {
  const use = { setting: "MYSQL_URL", ...how };
  const { createMysqlDatabase } = await import("@an-sinh/subgraph-kit/database/mysql");
  const created = createMysqlDatabase(serverUrl, name, use);
  return { kind: "mysql", url: await namingSetting("MYSQL_URL", created), ...use };
}

/** A department's database by the settings: its own setting, else the server's database, else the SQLite file. */
export function findDatabase(
  { own, mysqlUrl, replicas: ofDepartments, dataFolder, connections: settings }: DatabaseSettings,
  department: string,
): DatabaseLocation {
  const location = own.get(department);
  const replicas = ofDepartments.get(department);
  if (location) return location.kind === "mysql" ? { ...location, replicas } : location;
  if (mysqlUrl === undefined) return sqliteLocation(dataFolder, department);
  const url = mysqlDatabaseUrl(mysqlUrl, databaseName(department));
  return { kind: "mysql", url, settings, replicas, setting: "MYSQL_URL" };
}

/** The same. A database on a server is created if it is missing. */
export async function databaseLocation(
  settings: DatabaseSettings,
  department: string,
): Promise<DatabaseLocation> {
  const { own, mysqlUrl, connections, replicas } = settings;
  return mysqlUrl === undefined || own.has(department)
    ? findDatabase(settings, department)
    : mysqlLocation(mysqlUrl, databaseName(department), {
        settings: connections,
        replicas: replicas.get(department),
      });
}

/** The databases of all departments by the settings. */
export const databaseLocations = (settings: DatabaseSettings): Promise<DatabaseLocations> =>
  locateAll(({ name }) => databaseLocation(settings, name));

/** The SQLite files of all departments in a folder. */
export const sqliteLocations = (folder: string): DatabaseLocations =>
  new Map(departments.map(({ name }) => [name, sqliteLocation(folder, name)]));

/** The databases of all departments on a MySQL or MariaDB server. Missing ones are created. */
export const mysqlLocations = (serverUrl: string, prefix = ""): Promise<DatabaseLocations> =>
  locateAll(({ name }) => mysqlLocation(serverUrl, prefix + databaseName(name)));

async function locateAll(
  locate: (department: Department) => Promise<DatabaseLocation>,
): Promise<DatabaseLocations> {
  const locations = new Map<string, DatabaseLocation>();
  for (const department of departments) locations.set(department.name, await locate(department));
  return locations;
}

/** The value of DATABASE_URL for a subgraph's process. */
export const toDatabaseUrl = (location: DatabaseLocation): string =>
  location.kind === "sqlite" ? `sqlite:${location.file}` : location.url;

/** The value of DATABASE_REPLICA_URLS for a subgraph's process. Undefined: it has none. */
export const toReplicaUrls = (location: DatabaseLocation): string | undefined =>
  location.kind === "sqlite" ? undefined : location.replicas?.join();

/** Opens all departments' databases and runs their migrations. `onStatement` is called for each statement. */
export async function openDatabases(
  locations: DatabaseLocations,
  onStatement?: (department: string, ...statement: Parameters<StatementListener>) => void,
  logger?: Logger,
): Promise<Databases> {
  const databases = new Map<string, Database>();
  try {
    for (const { name, model } of departments) {
      const location = locations.get(name);
      if (!location) throw new Error(`Expected a database for ${name}.`);
      const opened = openDatabase({
        ...model,
        location,
        logger,
        onStatement: onStatement && ((...statement) => onStatement(name, ...statement)),
      });
      const database = await namingSetting(databaseVariable(name), opened);
      databases.set(name, database);
      await database.migrate();
    }
  } catch (error) {
    await closeDatabases(databases);
    throw error;
  }
  return databases;
}

export async function closeDatabases(databases: Databases): Promise<void> {
  await Promise.all([...databases.values()].map((database) => database.close()));
}

/** The departments that have sample rows, with their databases. */
export const sampleTargets = (databases: Databases): readonly SampleTarget[] =>
  departments.flatMap(({ name, totals = [], sample }) => {
    const database = databases.get(name);
    return database && sample ? [{ department: name, database, totals, sample }] : [];
  });
