import { randomUUID } from "node:crypto";
import { lstat, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ExplainedError } from "@an-sinh/command-line/explained-error";
import { createPrivateFile } from "@an-sinh/server/private-files";

/**
 * Writes a file that only this user may read. It appears under its name when it is whole, in the place of an earlier one.
 * Where writing fails, nothing stays of it. What is written is asked for when it is known that there is a place for it.
 */
export async function writeReportFile(path: string, chunks: () => AsyncIterable<Uint8Array>): Promise<void> {
  await refuseOthers(path);
  const explained = (cause: Error) => {
    throw new ExplainedError(`${path} cannot be written: ${cause.message}`, { cause });
  };
  const unfinished = join(dirname(path), `.${randomUUID()}.unfinished`);
  const file = await createPrivateFile(unfinished).catch((cause: unknown) => {
    throw new ExplainedError(`${path} cannot be written: is there such a folder, and may you write there?`, {
      cause,
    });
  });
  try {
    for await (const chunk of chunks()) await file.writeFile(chunk).catch(explained);
    await file.sync().catch(explained);
    await file.close();
    await rename(unfinished, path).catch(explained);
  } catch (error) {
    await file.close();
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function refuseOthers(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found && !found.isFile())
    throw new ExplainedError(`${path} is a folder, a link or a device: expected the name of a file.`);
}
