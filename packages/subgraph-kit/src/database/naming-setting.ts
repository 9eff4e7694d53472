import { SettingsError } from "@an-sinh/server/env";
import { DatabaseServerError } from "./database-server-error.js";

/** Does what needs a database server. Where that cannot be used, the error names the setting from which it comes. */
export async function namingSetting<Result>(setting: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DatabaseServerError) throw new SettingsError([`${setting}: ${error.message}`]);
    throw error;
  }
}
