import { resolve } from "node:path";
import { databaseUrl, type DatabaseLocation } from "@an-sinh/kit/database/database-url";
import { readEnv } from "@an-sinh/kit/env";
import { z } from "zod";

/** The variable that says where a department's database is: "HOUSEHOLDS_DATABASE_URL". */
export const databaseVariable = (department: string): string =>
  `${department.replaceAll("-", "_").toUpperCase()}_DATABASE_URL`;

/** Where a department's database is. Default: its file in DATA_DIR. */
export function readDatabaseLocation(department: string): DatabaseLocation {
  const { DATA_DIR } = readEnv(z.object({ DATA_DIR: z.string().default(".data") }));
  const variable = databaseVariable(department);
  const fallback: DatabaseLocation = { kind: "sqlite", file: `${DATA_DIR}/${department}.sqlite` };
  return readEnv(z.object({ [variable]: databaseUrl.default(fallback) }))[variable] ?? fallback;
}

/** A file that the user named, from the folder in which the command was typed. */
export const userPath = (path: string): string => resolve(process.env["INIT_CWD"] ?? process.cwd(), path);

/** Whether npm writes lines of its own to standard output, before those of the command. */
export const isNpmTalking = (): boolean =>
  process.env["npm_lifecycle_event"] !== undefined && process.env["npm_config_loglevel"] !== "silent";
