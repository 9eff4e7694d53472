import { join } from "node:path";
import { official } from "../../support/callers.js";
import { tokenOf, writeKeys } from "../../support/tokens.js";
import { benchAuditKey } from "../keys.js";
import type { SignIn } from "./arena.js";

/** Signs an official in who may see everything. The keys, and what the graph records of its readers, are in a folder. */
export const signIn = async (folder: string): Promise<SignIn> => ({
  settings: { ...(await writeKeys(folder)), AUDIT_DIR: join(folder, "audit"), AUDIT_KEY: benchAuditKey },
  token: await tokenOf(official),
});
