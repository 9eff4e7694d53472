import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SettingsError } from "@an-sinh/server/env";
import { cursorKey, writeCursorKey } from "@an-sinh/subgraph-kit/cursors/cursor-key";
import { sealKeyLength } from "@an-sinh/subgraph-kit/cursors/seal";
import type { GraphSettings } from "./env.js";

/** The key by which cursors are sealed: that of the settings, else one that is made once and kept beside the databases. */
export async function keptCursorKey({ cursorKey: given, databases }: GraphSettings): Promise<Uint8Array> {
  if (given) return given;
  const file = join(databases.dataFolder, "cursor-key");
  const read = cursorKey.safeParse((await readKept(file)).trim());
  if (read.success) return read.data;
  throw new SettingsError([`CURSOR_KEY: the file ${file} holds no key; remove it for a new one`]);
}

/** The text of the file, which only this user may read. Several processes may make it at the same time. */
async function readKept(file: string): Promise<string> {
  const known = await readFile(file, "utf8").catch(ignore("ENOENT"));
  if (known !== undefined) return known;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}-${process.pid}`;
  await writeFile(draft, writeCursorKey(randomBytes(sealKeyLength)), { mode: 0o600, flag: "wx" });
  try {
    // The first one stays: a link, unlike a rename, does not replace a file.
    await link(draft, file).catch(ignore("EEXIST"));
  } finally {
    await rm(draft);
  }
  return readFile(file, "utf8");
}

const ignore = (code: string) => (error: NodeJS.ErrnoException) => {
  if (error.code !== code) throw error;
};
