import { list, SettingsError, userPath } from "@an-sinh/server/env";
import { z } from "zod";
import type { Executor } from "../executor-setting.js";
import type { AuditOptions } from "./open-read-log.js";

/** What programs read that read or write the access log. */
export const auditLogVariables = {
  AUDIT_DIR: z.string().optional(),
  /** The first one seals new entries. The others are those of older ones. */
  AUDIT_KEY: list
    .refine(
      (keys) => keys.every((key) => key.length >= 32),
      "expected keys of at least 32 characters, separated by commas",
    )
    .default([]),
};

/** What programs read that start a gateway. */
export const auditVariables = {
  ...auditLogVariables,
  AUDIT_PURPOSE: list
    .refine(
      (patterns) => patterns.every((pattern) => /^[\w:-]+\*?$/.test(pattern)),
      "expected scopes such as records:read or records:*, separated by commas",
    )
    .default([]),
};

type AuditVariables = z.output<z.ZodObject<typeof auditVariables>> & {
  readonly NODE_ENV: string;
  readonly EXECUTOR: Executor;
};

/**
 * How the access log is kept of a supergraph with audited types. Undefined: it is not kept, which production does not
 * allow. `fallback`: the folder where no setting names one. Throws `SettingsError`.
 */
export function toAuditOptions(variables: AuditVariables, fallback?: string): AuditOptions | undefined {
  const { EXECUTOR: executor, AUDIT_DIR: given, AUDIT_KEY: keys, AUDIT_PURPOSE: purposeFor } = variables;
  const isProduction = variables.NODE_ENV === "production";
  const folder = given === undefined ? fallback : userPath(given);
  const problems = [
    ...(isProduction && folder === undefined
      ? ["AUDIT_DIR: expected in production, for what is read here has to be recorded"]
      : []),
    ...(isProduction && keys.length === 0 ? ["AUDIT_KEY: expected in production"] : []),
    ...(executor === "stock" && (isProduction || given !== undefined)
      ? ["EXECUTOR: expected compiled, for stock cannot record what is read"]
      : []),
  ];
  if (problems.length > 0) throw new SettingsError(problems);
  if (folder === undefined || executor === "stock") return undefined;
  const [key = null, ...olderKeys] = keys;
  return { folder, key, olderKeys, purposeFor };
}
