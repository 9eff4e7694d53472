import { departments, routingUrl } from "@an-sinh/deployment/departments";
import { buildFederatedSchema } from "@an-sinh/subgraph-kit/federation/subgraph-schema";
import type { SubgraphSdl } from "./subgraph-sdl.js";

/** The subgraphs of An Sinh, with the SDL that their code gives now. */
export function registeredSubgraphs(): Promise<SubgraphSdl[]> {
  return Promise.all(
    departments.map(async (subgraph) => {
      const { sdl } = await buildFederatedSchema(subgraph);
      return { name: subgraph.name, url: routingUrl(subgraph), sdl };
    }),
  );
}
