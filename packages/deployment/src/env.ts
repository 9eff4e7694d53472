import { toAuditOptions } from "@an-sinh/gateway/audit/audit-setting";
import type { AuditOptions } from "@an-sinh/gateway/audit/open-read-log";
import { toServingSettings, type ServingSettings } from "@an-sinh/gateway/serving-settings";
import { servingVariables } from "@an-sinh/gateway/serving-variables";
import { readIdentitySettings } from "@an-sinh/gateway/identity/identity-settings";
import { attempt, readEnv, SettingsError } from "@an-sinh/server/env";
import {
  connectionVariables,
  toConnectionSettings,
  type ConnectionSettings,
} from "@an-sinh/subgraph-kit/database/connection-settings";
import {
  databaseUrl,
  noReplicasOfFile,
  replicaUrls,
  serverUrl,
  type DatabaseLocation,
} from "@an-sinh/subgraph-kit/database/database-url";
import { cursorKey } from "@an-sinh/subgraph-kit/cursors/cursor-key";
import { z } from "zod";
import { auditFolder, dataFolder } from "./data-folder/env.js";
import { departments } from "./departments.js";

/** What `npm run migration` reads. */
export const readMigrationSettings = () =>
  readEnv(z.object({ MYSQL_URL: serverUrl, ...connectionVariables }));

/** Where the departments' databases are, as far as the settings say it. */
export interface DatabaseSettings {
  /** A department's own setting, by the name of the department. It counts more than the others. */
  readonly own: ReadonlyMap<string, DatabaseLocation>;
  /** The server on which each department has a database. Undefined: the departments have SQLite files. */
  readonly mysqlUrl: string | undefined;
  /** The URLs of the replicas of each department's database that has some. Only what serves the graph reads them. */
  readonly replicas: ReadonlyMap<string, readonly string[]>;
  /** The folder of the SQLite files. */
  readonly dataFolder: string;
  /** How servers are used. */
  readonly connections: ConnectionSettings;
}

/** The variable that says where a department's database is: "HOUSEHOLDS_DATABASE_URL". */
export const databaseVariable = (department: string): string =>
  `${department.replaceAll("-", "_").toUpperCase()}_DATABASE_URL`;

/** The variable with the replicas of a department's database: "HOUSEHOLDS_DATABASE_REPLICA_URLS". */
export const replicaVariable = (department: string): string =>
  databaseVariable(department).replace(/URL$/, "REPLICA_URLS");

const databaseVariables = () => ({
  ...Object.fromEntries(departments.map(({ name }) => [databaseVariable(name), databaseUrl.optional()])),
  DATA_DIR: dataFolder,
  MYSQL_URL: serverUrl.optional(),
  ...connectionVariables,
});

const replicaVariables = () =>
  Object.fromEntries(departments.map(({ name }) => [replicaVariable(name), replicaUrls.optional()]));

interface SharedVariables extends z.output<z.ZodObject<typeof connectionVariables>> {
  readonly DATA_DIR: string;
  readonly MYSQL_URL?: string | undefined;
}

function toDatabaseSettings(variables: SharedVariables): DatabaseSettings {
  const values = new Map<string, unknown>(Object.entries(variables));
  const settings = toConnectionSettings(variables);
  const own = new Map<string, DatabaseLocation>();
  const replicas = new Map<string, readonly string[]>();
  for (const { name } of departments) {
    const setting = databaseVariable(name);
    const location = values.get(setting) as DatabaseLocation | undefined;
    if (location) own.set(name, location.kind === "mysql" ? { ...location, settings, setting } : location);
    const urls = values.get(replicaVariable(name)) as readonly string[] | undefined;
    if (urls) replicas.set(name, urls);
  }
  const { MYSQL_URL: mysqlUrl, DATA_DIR } = variables;
  refuseReplicasOfFiles(
    replicas,
    (name) => (own.get(name)?.kind ?? (mysqlUrl ? "mysql" : "sqlite")) === "sqlite",
  );
  return { own, mysqlUrl, replicas, dataFolder: DATA_DIR, connections: settings };
}

function refuseReplicasOfFiles(
  replicas: DatabaseSettings["replicas"],
  isFile: (department: string) => boolean,
): void {
  const wrong = [...replicas.keys()].filter(isFile);
  if (wrong.length > 0)
    throw new SettingsError(wrong.map((name) => `${replicaVariable(name)}: ${noReplicasOfFile}`));
}

/** What the other programs read that open the departments' databases. Throws `SettingsError` with everything that is wrong. */
export const readDatabaseSettings = (): DatabaseSettings =>
  toDatabaseSettings(readEnv(z.object(databaseVariables())));

/** What `npm start` and `npm run start:distributed` read. */
export interface GraphSettings extends ServingSettings {
  readonly databases: DatabaseSettings;
  /** By which cursors are sealed. Undefined: one that is kept in the data folder. */
  readonly cursorKey: Uint8Array | undefined;
  /** Whether developers sign their tokens themselves: in development, where no other keys are set. */
  readonly takesDevelopmentTokens: boolean;
  /** Undefined: what is read is not recorded. */
  readonly audit: AuditOptions | undefined;
}

/** Throws `SettingsError` with everything that is wrong. */
export function readGraphSettings(): GraphSettings {
  const problems: string[] = [];
  const variables = attempt(
    () =>
      readEnv(
        z.object({
          ...databaseVariables(),
          ...replicaVariables(),
          ...servingVariables,
          CURSOR_KEY: cursorKey.optional(),
        }),
      ),
    problems,
  );
  const databases = variables && attempt(() => toDatabaseSettings(variables), problems);
  const identity = attempt(() => readIdentitySettings(process.env), problems);
  const audit =
    variables && attempt(() => toAuditOptions(variables, auditFolder(variables.DATA_DIR)), problems);
  if (!variables || !databases || problems.length > 0) throw new SettingsError(problems);
  return {
    ...toServingSettings(variables, identity),
    databases,
    cursorKey: variables.CURSOR_KEY,
    takesDevelopmentTokens: identity === undefined && variables.NODE_ENV !== "production",
    audit,
  };
}

/** This process's environment with other settings: what a child process is started with. */
export const environmentWith = (settings: Record<string, string | undefined>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...settings,
});
