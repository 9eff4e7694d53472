import { commonSettings, port, readEnv } from "@an-sinh/server/env";
import { databaseUrl, serverUrl, type DatabaseLocation } from "@an-sinh/subgraph-kit/database/database-url";
import { z } from "zod";
import { departments } from "./departments.js";

/** What `npm run migration` reads. */
export const readMigrationSettings = () => readEnv(z.object({ MYSQL_URL: serverUrl }));

/** What `npm start` and `npm run start:distributed` read besides where the databases are. */
export const readGraphSettings = () => readEnv(z.object({ ...commonSettings, PORT: port(4000) }));

/** Where the departments' databases are, as far as the settings say it. */
export interface DatabaseSettings {
  /** A department's own setting, by the name of the department. It counts more than the others. */
  readonly own: ReadonlyMap<string, DatabaseLocation>;
  /** The server on which each department has a database. Undefined: the departments have SQLite files. */
  readonly mysqlUrl: string | undefined;
  /** The folder of the SQLite files. */
  readonly dataFolder: string;
}

/** The variable that says where a department's database is: "HOUSEHOLDS_DATABASE_URL". */
export const databaseVariable = (department: string): string =>
  `${department.replaceAll("-", "_").toUpperCase()}_DATABASE_URL`;

const sharedDatabaseSettings = { DATA_DIR: z.string().default(".data"), MYSQL_URL: serverUrl.optional() };

/** What every program reads that opens the departments' databases. */
export function readDatabaseSettings(): DatabaseSettings {
  const ownSettings = departments.map(
    ({ name }) => [databaseVariable(name), databaseUrl.optional()] as const,
  );
  const settings = readEnv(z.object({ ...Object.fromEntries(ownSettings), ...sharedDatabaseSettings }));
  const { DATA_DIR, MYSQL_URL } = settings;
  const values = new Map<string, unknown>(Object.entries(settings));
  const own = new Map<string, DatabaseLocation>();
  for (const { name } of departments) {
    const location = values.get(databaseVariable(name)) as DatabaseLocation | undefined;
    if (location) own.set(name, location);
  }
  return { own, mysqlUrl: MYSQL_URL, dataFolder: DATA_DIR };
}

/** This process's environment with other settings: what a child process is started with. */
export const environmentWith = (settings: Record<string, string | undefined>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...settings,
});
