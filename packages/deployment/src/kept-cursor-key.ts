import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { SettingsError } from "@an-sinh/server/env";
import { keptPrivateFile } from "@an-sinh/server/private-files";
import { cursorKey, writeCursorKey } from "@an-sinh/subgraph-kit/cursors/cursor-key";
import { sealKeyLength } from "@an-sinh/subgraph-kit/cursors/seal";
import type { GraphSettings } from "./env.js";

/** The key by which cursors are sealed: that of the settings, else one that is made once and kept beside the databases. */
export async function keptCursorKey({ cursorKey: given, databases }: GraphSettings): Promise<Uint8Array> {
  if (given) return given;
  const file = join(databases.dataFolder, "cursor-key");
  const text = await keptPrivateFile(file, () => writeCursorKey(randomBytes(sealKeyLength)));
  const read = cursorKey.safeParse(text.trim());
  if (read.success) return read.data;
  throw new SettingsError([`CURSOR_KEY: the file ${file} holds no key; remove it for a new one`]);
}
