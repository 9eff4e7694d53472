import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { departments, routingUrl } from "@an-sinh/deployment/departments";
import { supergraphFile } from "@an-sinh/deployment/embedded-graph";
import type { FederatedGraph } from "./contestant.js";

/** Writes the committed supergraph into a folder, with other addresses of the subgraphs. */
export async function writeSupergraph(
  folder: string,
  urlOf: (department: string) => string,
): Promise<FederatedGraph> {
  let sdl = await readFile(supergraphFile, "utf8");
  const subgraphs = departments.map((department) => {
    const { name } = department;
    const url = urlOf(name);
    sdl = sdl.replace(`"${routingUrl(department)}"`, `"${url}"`);
    return { name, url };
  });
  const file = join(folder, "supergraph.graphql");
  await writeFile(file, sdl);
  return { supergraphFile: file, subgraphs };
}
