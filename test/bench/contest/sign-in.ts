import { official } from "../../support/callers.js";
import { tokenOf, writeKeys } from "../../support/tokens.js";
import type { SignIn } from "./arena.js";

/** Signs an official in who may see everything. The keys are written into a folder. */
export const signIn = async (folder: string): Promise<SignIn> => ({
  settings: await writeKeys(folder),
  token: await tokenOf(official),
});
