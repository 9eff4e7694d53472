import { resolve } from "node:path";
import { auditLogVariables } from "@an-sinh/gateway/audit/audit-setting";
import { commonSettings, readEnv, SettingsError, userPath } from "@an-sinh/server/env";
import { z } from "zod";

// Knows no department: a command that needs none takes an eighth of the time without them.

/** Where the SQLite files, the keys and the access log are. */
export const dataFolder = z.string().default(".data");

/** What `npm run token` reads. Throws `SettingsError` where the graph takes no tokens of developers. */
export function readTokenSettings(): { readonly dataFolder: string } {
  const { NODE_ENV } = commonSettings;
  const variables = readEnv(z.object({ NODE_ENV, DATA_DIR: dataFolder, JWKS: z.string().optional() }));
  const taken = "the tokens of its sign-in service, and not those of this command";
  const problems = [
    ...(variables.NODE_ENV === "production" ? [`NODE_ENV: production takes ${taken}`] : []),
    ...(variables.JWKS === undefined ? [] : [`JWKS: it is set, so the graph takes ${taken}`]),
  ];
  if (problems.length > 0) throw new SettingsError(problems);
  return { dataFolder: variables.DATA_DIR };
}

/** Where the access log is if AUDIT_DIR does not say it: beside the databases. */
export const auditFolder = (data: string): string => resolve(data, "audit");

/** What `npm run audit` reads. */
export interface AuditSettings {
  readonly folder: string;
  /** The first one seals new entries. The others are those of older ones. */
  readonly keys: readonly string[];
}

export function readAuditSettings(): AuditSettings {
  const variables = readEnv(z.object({ DATA_DIR: dataFolder, ...auditLogVariables }));
  const { AUDIT_DIR: given, AUDIT_KEY: keys, DATA_DIR } = variables;
  return { folder: given === undefined ? auditFolder(DATA_DIR) : userPath(given), keys };
}
