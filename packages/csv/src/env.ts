import { resolve } from "node:path";

/** A file that the user named, from the folder in which the command was typed. */
export const userPath = (path: string): string => resolve(process.env["INIT_CWD"] ?? process.cwd(), path);

/** Whether npm writes lines of its own to standard output, before those of the command. */
export const isNpmTalking = (): boolean =>
  process.env["npm_lifecycle_event"] !== undefined && process.env["npm_config_loglevel"] !== "silent";
