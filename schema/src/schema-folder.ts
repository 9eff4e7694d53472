import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { acceptedBreaksFile } from "./accepted-breaks.js";
import { findOrphans, type SchemaFiles } from "./stale-files.js";

/** The folder of the committed SDLs, whether this runs from `src` or from `dist`. */
export const schemaFolder = fileURLToPath(new URL("..", import.meta.url));

/** The SDLs and the accepted breaks, without subfolders. Line ends are `\n`, however git checked them out. */
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

/** Writes what differs, removes the SDL of a subgraph that is gone, and returns the names of both. */
export async function writeSchemaFolder(folder: string, files: SchemaFiles): Promise<string[]> {
  const present = await readSchemaFolder(folder);
  const changed = [...files].filter(([name, content]) => present.get(name) !== content);
  const orphans = findOrphans(files, present);
  await Promise.all(changed.map(([name, content]) => writeFile(join(folder, name), content)));
  await Promise.all(orphans.map((name) => rm(join(folder, name))));
  return [...changed.map(([name]) => name), ...orphans];
}
