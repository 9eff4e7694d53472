import type { AnswerShapes } from "./answer-shape.js";
import { toFetch, type SubgraphSource } from "./subgraph-source.js";

/** The same source, of whose answers only what has the right shape is used. */
export function checkedSource(name: string, source: SubgraphSource, shapes: AnswerShapes): SubgraphSource {
  if (source.isShapeKnown) return source;
  return {
    process: async (options) => shapes.check(name, toFetch(options), await source.process(options)),
  };
}
