import { resolve } from "node:path";

/** The path of a file that the user named. It is relative to the folder in which the command was typed. */
export const userPath = (path: string): string => resolve(process.env["INIT_CWD"] ?? process.cwd(), path);

/** Whether npm prints lines of its own to standard output before the command starts. */
export const doesNpmPrint = (): boolean =>
  process.env["npm_lifecycle_event"] !== undefined && process.env["npm_config_loglevel"] !== "silent";
