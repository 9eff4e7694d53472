import type { GraphQLDataSource } from "@apollo/gateway";
import { LRUCache } from "lru-cache";
import type { GatewayContext, SubgraphOperation, SubgraphSource } from "../data-sources/subgraph-source.js";
import { FetchFailedError } from "../responses/fetch-failure.js";
import { toPlainJson } from "../responses/plain-json.js";
import type { SubgraphResponse } from "../responses/subgraph-response.js";
import { failureResponse, representationsOf } from "./failure-response.js";
import { replaceMalformedValues } from "./malformed-values.js";
import type { ResponseShapes } from "./response-shapes.js";
import { toContext, toFetch, toVariables, type StockFetch } from "./stock-fetch.js";

/** The fetches of some thousand operations. */
const keptOperations = 5_000;

/** Gives a subgraph to Apollo Gateway's own executor: its responses are checked, and a failure is a response. */
export function toStockSource(
  name: string,
  source: SubgraphSource,
  shapes: ResponseShapes,
): GraphQLDataSource<GatewayContext> {
  const operations = new LRUCache<string, SubgraphOperation>({ max: keptOperations });
  const operationOf = ({ query, operationName }: StockFetch): SubgraphOperation => {
    const known = operations.get(query) ?? { query, operationName };
    operations.set(query, known);
    return known;
  };
  return {
    process: async (options) => {
      const fetch = toFetch(options);
      try {
        const response = await source.fetch(operationOf(fetch), toVariables(fetch), toContext(options));
        if (source.isInProcess) return copyOf(response);
        checkEntities(name, response, representationsOf(fetch)?.length);
        return replaceMalformedValues(name, response, shapes.shapeOf(fetch.query));
      } catch (error) {
        if (error instanceof FetchFailedError) return failureResponse(fetch, error);
        throw error;
      }
    },
  };
}

/** Apollo Gateway writes into the values of a response, also into those of scalars. */
function copyOf({ data, ...others }: SubgraphResponse): SubgraphResponse {
  return { ...others, data: toPlainJson(data) as Record<string, unknown> | null };
}

function checkEntities(name: string, { data }: SubgraphResponse, count: number | undefined): void {
  if (count === undefined || !data) return;
  const entities = data["_entities"];
  if (entities === null || (Array.isArray(entities) && entities.length === count)) return;
  const message = `The subgraph "${name}" responded with another number of entities than was requested.`;
  throw new FetchFailedError("SUBGRAPH_ERROR", message);
}
