import { Supergraph } from "@apollo/federation-internals";
import type { GraphQLSchema } from "graphql";
import { buildModel } from "./build-model.js";
import type { AskSubgraph, Response } from "./faults.js";
import { Judge } from "./judge.js";
import type { ModelSpec } from "./model-spec.js";
import { StockExecutor } from "./stock-executor.js";
import { createSystem, type SystemUnderTest } from "./system-under-test.js";
import { createWorld, type World } from "./world.js";

/** A supergraph with everything that answers over it. */
export interface Lab {
  readonly world: World;
  readonly schema: GraphQLSchema;
  readonly judge: Judge;
  readonly stock: StockExecutor;
  readonly system: SystemUnderTest;
  /** The subgraphs without faults. */
  readonly ask: AskSubgraph;
  /** What the system asks from now on. */
  useAsk(ask: AskSubgraph): void;
}

/** Undefined: the subgraphs do not compose. */
export async function createLab(spec: ModelSpec): Promise<Lab | undefined> {
  const world = createWorld(buildModel(spec));
  if (!world) return undefined;
  const ask: AskSubgraph = async (name, query, variables) => {
    const subgraph = world.subgraphs.get(name);
    if (!subgraph) throw new Error(`Expected a subgraph ${name}`);
    return (await subgraph.execute(query, variables)) as Response;
  };
  let current = ask;
  const supergraph = Supergraph.build(world.supergraphSdl);
  const judge = new Judge(supergraph, world.data);
  const system = await createSystem({
    supergraphSdl: world.supergraphSdl,
    currentAsk: () => current,
    isInProcess: spec.seed % 2 === 0,
  });
  return {
    world,
    schema: judge.schema,
    judge,
    stock: new StockExecutor(supergraph, judge.schema),
    system,
    ask,
    useAsk: (next) => {
      current = next;
    },
  };
}
