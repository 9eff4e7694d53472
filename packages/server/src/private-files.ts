import { mkdir, open, type FileHandle } from "node:fs/promises";

/** Makes a folder, and those above it, that only this user may open. One that is there stays as it is. */
export async function makePrivateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/**
 * Makes a file that only this user may read and write. Fails with EEXIST where its name is taken, also by a link: what
 * a link names is never touched.
 */
export const createPrivateFile = (path: string): Promise<FileHandle> => open(path, "wx", 0o600);
