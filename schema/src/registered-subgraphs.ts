import { departments, routingUrl } from "@an-sinh/deployment/departments";
import { accessLogGraph, accessLogSdl } from "@an-sinh/gateway/access-log/access-log-sdl";
import { buildFederatedSchema, withDirectives } from "@an-sinh/subgraph-kit/federation/subgraph-schema";
import { parse, print } from "graphql";
import type { SubgraphSdl } from "./subgraph-sdl.js";

/** The subgraphs of An Sinh, with the SDL that their code gives now: those of the departments, and the gateway's own. */
export async function registeredSubgraphs(): Promise<SubgraphSdl[]> {
  const ofDepartments = departments.map(async (subgraph) => {
    const { sdl } = await buildFederatedSchema(subgraph);
    return { name: subgraph.name, url: routingUrl(subgraph), sdl: sdl() };
  });
  const own = { ...accessLogGraph, sdl: print(withDirectives(parse(accessLogSdl))) };
  return [...(await Promise.all(ofDepartments)), own];
}
