import { routingUrl, subgraphs } from "@an-sinh/deployment/subgraphs";
import { buildFederatedSchema } from "@an-sinh/kit/federation/subgraph-schema";
import type { SubgraphSdl } from "./subgraph-sdl.js";

/** The subgraphs of An Sinh, with the SDL that their code gives now. */
export function registeredSubgraphs(): Promise<SubgraphSdl[]> {
  return Promise.all(
    subgraphs.map(async (subgraph) => {
      const { sdl } = await buildFederatedSchema(subgraph);
      return { name: subgraph.name, url: routingUrl(subgraph), sdl };
    }),
  );
}
