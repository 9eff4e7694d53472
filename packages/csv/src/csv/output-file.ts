import { randomUUID } from "node:crypto";
import { lstat, open, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createPrivateFile } from "@an-sinh/server/private-files";
import { FileError } from "./file-error.js";

/** Where text is written. */
export interface Output {
  /** Resolves when the text is written. */
  write(text: string): Promise<void>;
  /** Resolves when everything is written. */
  finish(): Promise<void>;
  /** Call it instead of `finish` when something failed: nothing that was written stays. */
  discard(): Promise<void>;
}

/**
 * A file that only this user may read. It appears under its name when it is finished, and not before. It takes the
 * place of an earlier one, which begins with the same line. Anything else under that name stays as it is: a link, a
 * database, or the file that is imported. Throws `FileError` then.
 */
export async function openOutputFile(path: string, firstLine: string): Promise<Output> {
  await refuseOthers(path, firstLine);
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}.unfinished`);
  const file = await createPrivateFile(unfinished).catch((cause: unknown) => {
    throw new FileError(`${path} cannot be written.`, { cause });
  });
  return {
    write: async (text) => {
      await file.writeFile(text);
    },
    finish: async () => {
      await file.sync();
      await file.close();
      await refuseOthers(path, firstLine);
      await rename(unfinished, path);
    },
    discard: async () => {
      await file.close();
      await rm(unfinished, { force: true });
    },
  };
}

async function refuseOthers(path: string, firstLine: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (!found) return;
  if (found.isDirectory()) throw new FileError(`${path} is a folder: expected a file.`);
  if (!found.isFile()) throw new FileError(`${path} is a link or a device: expected the name of a file.`);
  if (found.size > 0 && !(await beginsWith(path, firstLine)))
    throw new FileError(
      `${path} holds something else, and is left as it is. Choose another name, or move it away.`,
    );
}

async function beginsWith(path: string, line: string): Promise<boolean> {
  await using file = await readable(path);
  const expected = Buffer.from(line);
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(expected.length + 3) });
  // A byte order mark may stand before it.
  const start = buffer.subarray(0, 3).toString() === "\ufeff" ? 3 : 0;
  return buffer.subarray(start, Math.min(bytesRead, start + expected.length)).equals(expected);
}

const readable = (path: string): Promise<FileHandle> =>
  open(path).catch((cause: unknown) => {
    throw new FileError(`${path} is there already, and cannot be read.`, { cause });
  });
