import { compose, type SubgraphSdl } from "../support/supergraph.js";
import { ModelData } from "./data.js";
import type { Model } from "./model.js";
import { subgraphSdl } from "./subgraph-sdl.js";
import { ModelSubgraph } from "./model-subgraph.js";

/** A model with its data, its subgraphs and the supergraph that they compose to. */
export interface World {
  readonly model: Model;
  readonly data: ModelData;
  readonly sdls: readonly SubgraphSdl[];
  readonly subgraphs: ReadonlyMap<string, ModelSubgraph>;
  readonly supergraphSdl: string;
}

/** Undefined: the subgraphs do not compose. */
export function createWorld(model: Model): World | undefined {
  const data = new ModelData(model);
  const sdls = model.subgraphs
    .map((name) => ({ name, sdl: subgraphSdl(model, name) }))
    .filter(({ sdl }) => sdl !== "");
  const supergraphSdl = composed(sdls);
  if (supergraphSdl === undefined) return undefined;
  const subgraphs = new Map(sdls.map(({ name, sdl }) => [name, new ModelSubgraph(name, sdl, data)]));
  return { model, data, sdls, subgraphs, supergraphSdl };
}

function composed(sdls: readonly SubgraphSdl[]): string | undefined {
  try {
    return compose(sdls);
  } catch {
    return undefined;
  }
}
