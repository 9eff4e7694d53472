import { subgraphs } from "@an-sinh/deployment/subgraphs";
import type { SubgraphSdl } from "./subgraph-sdl.js";

/** The subgraphs of An Sinh with the SDL that their code gives now. */
export function registeredSubgraphs(): Promise<SubgraphSdl[]> {
  return Promise.all(
    subgraphs.map(async ({ name, defaultUrl, sdl }) => ({ name, url: defaultUrl, sdl: await sdl() })),
  );
}
