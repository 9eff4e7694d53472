import { replaceMalformedValues } from "../responses/malformed-values.js";
import type { ResponseShapes } from "../responses/response-shapes.js";
import { toFetch, type SubgraphSource } from "./subgraph-source.js";

/** The same source, with null in place of every malformed value of its responses. */
export function checkedSource(name: string, source: SubgraphSource, shapes: ResponseShapes): SubgraphSource {
  if (source.isWellFormed) return source;
  return {
    process: async (options) => {
      const response = await source.process(options);
      return replaceMalformedValues(name, response, shapes.shapeOf(toFetch(options).query));
    },
  };
}
