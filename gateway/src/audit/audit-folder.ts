import { constants } from "node:fs";
import { lstat, open, readdir, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { makePrivateFolder } from "@an-sinh/server/private-files";

/** The access log cannot be kept in the folder. The message says why. */
export class AuditFolderError extends Error {
  override readonly name = "AuditFolderError";
}

const { O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW, O_RDONLY, O_RDWR, O_WRONLY } = constants;

/** Makes the folder, and refuses one that is a link or that others may open. */
export async function prepareAuditFolder(folder: string): Promise<void> {
  await makePrivateFolder(folder);
  const found = await lstat(folder);
  if (!found.isDirectory())
    throw new AuditFolderError(`Expected a folder, but got: a link or a file, ${folder}`);
  if (found.uid !== process.getuid?.() || (found.mode & 0o077) !== 0)
    throw new AuditFolderError(`Expected a folder that only this user may open (chmod 700): ${folder}`);
}

/** A new file to which is only added. Fails where its name is taken, also by a link. */
export const createLogFile = (path: string): Promise<FileHandle> =>
  open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_NOFOLLOW, 0o600);

/** A new file that is written over. */
export const createHeadFile = (path: string): Promise<FileHandle> =>
  open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);

/** Opens a file of the log to read it. Fails where it is a link. */
export const openLogFile = (path: string): Promise<FileHandle> => open(path, O_RDONLY | O_NOFOLLOW);

/** The text of a small file. Fails where it is a link. */
export async function readLogFile(path: string): Promise<string> {
  const file = await openLogFile(path);
  return file.readFile("utf8").finally(() => file.close());
}

/** Waits until the names in a folder are on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, O_RDONLY);
  await handle.sync().finally(() => handle.close());
}

/** What is in the folder of one chain. */
export interface ChainFiles {
  readonly chain: string;
  /** In their order. */
  readonly files: readonly string[];
  /** Undefined: it is missing. */
  readonly head: string | undefined;
}

/** Names sort by the time at which the chains began. */
export const chainName = (time: number, process: string): string =>
  `${new Date(time).toISOString().replaceAll(/[-:.]/g, "")}-${process}`;

/** When a chain began, in milliseconds since 1970. */
export const startOf = (chain: string): number =>
  Date.parse(chain.replace(/^(....)(..)(..)T(..)(..)(..)(...)Z.*$/, "$1-$2-$3T$4:$5:$6.$7Z"));

const hourMs = 60 * 60 * 1000;

/** Entries may wait before their chain begins and after its day is over. */
export const earliestIn = (chain: string): number => startOf(chain) - hourMs;
export const latestIn = (chain: string): number => new Date(startOf(chain)).setUTCHours(24, 0, 0, 0) + hourMs;

export const logFileName = (chain: string, number: number): string =>
  `${chain}.${String(number).padStart(6, "0")}.jsonl`;
export const headFileName = (chain: string): string => `${chain}.head.json`;

const fileName = /^(\d{8}T\d{9}Z-\d+-[0-9a-f]{8})\.(?:(\d{6})\.jsonl|head\.json)$/;

/** The chains in a folder, the oldest first. */
export async function chainsIn(folder: string): Promise<readonly ChainFiles[]> {
  const chains = new Map<string, { files: string[]; head: string | undefined }>();
  const names = await readdir(folder).catch((error: unknown) => {
    throw new AuditFolderError(`There is no access log in ${folder}`, { cause: error });
  });
  for (const name of names.toSorted()) {
    const [, chain, number] = fileName.exec(name) ?? [];
    if (chain === undefined) continue;
    const found = chains.get(chain) ?? { files: [], head: undefined };
    chains.set(chain, found);
    if (number === undefined) found.head = join(folder, name);
    else found.files.push(join(folder, name));
  }
  return [...chains].map(([chain, { files, head }]) => ({ chain, files, head }));
}
