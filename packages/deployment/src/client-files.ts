import { existsSync } from "node:fs";
import { ExplainedError } from "@an-sinh/command-line/explained-error";
import { userPath } from "@an-sinh/server/env";
import { glob } from "tinyglobby";

/** The files that a command names, each by its path or with others by a pattern, in the order of their paths. */
export async function clientFiles(names: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(names.map(filesOf));
  return [...new Set(found.flat())].toSorted();
}

async function filesOf(name: string): Promise<readonly string[]> {
  if (existsSync(userPath(name))) return [userPath(name)];
  const files = await glob(name, { cwd: userPath("."), absolute: true });
  if (files.length === 0) throw new ExplainedError(`No file is named ${name}.`);
  return files;
}
