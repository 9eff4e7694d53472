import { join } from "node:path";
import { openDatabase, type Database } from "@an-sinh/kit/database/database";
import type { DatabaseLocation } from "@an-sinh/kit/database/database-url";
import type { StatementListener } from "@an-sinh/kit/database/statement-logger";
import { createMysqlDatabase } from "@an-sinh/kit/database/mysql";
import { databaseName, subgraphs } from "./subgraphs.js";

/** Each department's database, by the name of its subgraph. */
export type Databases = ReadonlyMap<string, Database>;
export type DatabaseLocations = ReadonlyMap<string, DatabaseLocation>;

/** One SQLite file per department in a folder. */
export function sqliteLocations(folder: string): DatabaseLocations {
  return new Map(
    subgraphs.map(({ name }) => [name, { kind: "sqlite", file: join(folder, `${name}.sqlite`) }]),
  );
}

/** One database per department on a MySQL or MariaDB server; those that are missing are created. */
export async function mysqlLocations(serverUrl: string, prefix = ""): Promise<DatabaseLocations> {
  const locations = new Map<string, DatabaseLocation>();
  for (const subgraph of subgraphs) {
    const url = await createMysqlDatabase(serverUrl, prefix + databaseName(subgraph));
    locations.set(subgraph.name, { kind: "mysql", url });
  }
  return locations;
}

/** The URL that a subgraph process takes as its DATABASE_URL. */
export const toDatabaseUrl = (location: DatabaseLocation): string =>
  location.kind === "sqlite" ? `sqlite:${location.file}` : location.url;

/** Opens and migrates every department's database. `onStatement` is told which subgraph ran what. */
export async function openDatabases(
  locations: DatabaseLocations,
  onStatement?: (subgraph: string, ...statement: Parameters<StatementListener>) => void,
): Promise<Databases> {
  const databases = new Map<string, Database>();
  try {
    for (const { name, model } of subgraphs) {
      const location = locations.get(name);
      if (!location) throw new Error(`Expected a database for ${name}.`);
      const database = await openDatabase({
        ...model,
        location,
        onStatement: onStatement && ((...statement) => onStatement(name, ...statement)),
      });
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
