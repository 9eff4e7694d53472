import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { departments, routingUrl } from "@an-sinh/deployment/departments";
import { supergraphFile } from "@an-sinh/deployment/embedded-graph";

/** The graph as the contestants see it: its subgraphs are the replay process. */
export interface ReplayedGraph {
  readonly supergraphFile: string;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
}

/** Writes the committed supergraph with the addresses of the replay process into a folder. */
export async function writeReplayedGraph(replay: URL, folder: string): Promise<ReplayedGraph> {
  let sdl = await readFile(supergraphFile, "utf8");
  const subgraphs = departments.map((department) => {
    const { name } = department;
    const url = new URL(name, replay).href;
    sdl = sdl.replace(`"${routingUrl(department)}"`, `"${url}"`);
    return { name, url };
  });
  const file = join(folder, "supergraph.graphql");
  await writeFile(file, sdl);
  return { supergraphFile: file, subgraphs };
}
