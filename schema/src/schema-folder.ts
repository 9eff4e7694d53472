import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { acceptedBreaksFile } from "./accepted-breaks.js";
import { findOrphans, type SchemaFiles } from "./stale-files.js";

/** The schema folder of the repository. It is one level above both `src` and `dist`. */
export const schemaFolder = fileURLToPath(new URL("..", import.meta.url));

/** Reads the SDLs and the accepted breaks, but no subfolders. Line ends become `\n`: git may have changed them. */
export async function readSchemaFolder(folder: string): Promise<SchemaFiles> {
  const names = (await readdir(folder)).filter(
    (name) => name.endsWith(".graphql") || name === acceptedBreaksFile,
  );
  const contents = names.map(async (name): Promise<[string, string]> => {
    const content = await readFile(join(folder, name), "utf8");
    return [name, content.replaceAll("\r\n", "\n")];
  });
  return new Map(await Promise.all(contents));
}

/** Writes the files that differ, removes the SDLs of subgraphs that are gone, and returns the names of both. */
export async function writeSchemaFolder(folder: string, files: SchemaFiles): Promise<string[]> {
  const present = await readSchemaFolder(folder);
  const changed = [...files].filter(([name, content]) => present.get(name) !== content);
  const orphans = findOrphans(files, present);
  await Promise.all(changed.map(([name, content]) => writeFile(join(folder, name), content)));
  await Promise.all(orphans.map((name) => rm(join(folder, name))));
  return [...changed.map(([name]) => name), ...orphans];
}
