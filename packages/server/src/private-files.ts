import { randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder, and those above it, that only this user may open. One that is there stays as it is. Node 20.20.2 tries
 * for ever to make the folders above by itself where the system refuses them as /proc does: packages/server/test/private-files.test.ts.
 */
export async function makePrivateFolder(path: string): Promise<void> {
  try {
    await makeFolder(path);
  } catch (error) {
    const above = dirname(path);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || above === path) throw error;
    await makePrivateFolder(above);
    await makeFolder(path);
  }
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const isThere = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isThere) throw error;
  }
}

/**
 * Makes a file that only this user may read and write. Fails with EEXIST where its name is taken, also by a link: what
 * a link names is never touched.
 */
export const createPrivateFile = (path: string): Promise<FileHandle> => open(path, "wx", 0o600);

/** Writes a private file, in the place of an earlier one. A reader finds the old content or the new one, never a part. */
export const replacePrivateFile = (path: string, content: string | Uint8Array): Promise<void> =>
  withDraft(path, content, (draft) => rename(draft, path));

/**
 * The text of a private file. Where there is none, it is made from the text of `make`. Of several programs that make it
 * at once, all get the same.
 */
export async function keptPrivateFile(path: string, make: () => string | Promise<string>): Promise<string> {
  const known = await readFile(path, "utf8").catch(unless("ENOENT"));
  if (known !== undefined) return known;
  // The first one stays: a link, unlike a rename, does not replace a file.
  await withDraft(path, await make(), (draft) => link(draft, path).catch(unless("EEXIST")));
  return readFile(path, "utf8");
}

/** Lets `use` give its name to a file that is whole. Nothing stays where that fails. */
async function withDraft(
  path: string,
  content: string | Uint8Array,
  use: (draft: string) => Promise<void>,
): Promise<void> {
  await makePrivateFolder(dirname(path));
  const draft = `${path}.${randomUUID()}`;
  const file = await createPrivateFile(draft);
  try {
    await file.writeFile(content).finally(() => file.close());
    await use(draft);
  } finally {
    await rm(draft, { force: true });
  }
}

const unless =
  (code: string) =>
  (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== code) throw error;
  };
