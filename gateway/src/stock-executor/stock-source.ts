import type { GraphQLDataSource } from "@apollo/gateway";
import { LRUCache } from "lru-cache";
import type { GatewayContext, SubgraphOperation, SubgraphSource } from "../data-sources/subgraph-source.js";
import { toPlainJson } from "../responses/plain-json.js";
import { toContext, toFetch, toVariables, type StockFetch } from "./stock-fetch.js";

/** Characters of the fetches that are kept. */
const keptCharacters = 10_000_000;

/** Gives a subgraph to Apollo Gateway's own executor. */
export function toStockSource(source: SubgraphSource): GraphQLDataSource<GatewayContext> {
  const operations = new LRUCache<string, SubgraphOperation>({
    maxSize: keptCharacters,
    sizeCalculation: ({ query }) => query.length + 1,
  });
  const operationOf = ({ query, operationName }: StockFetch): SubgraphOperation => {
    const known = operations.get(query) ?? { query, operationName };
    operations.set(query, known);
    return known;
  };
  return {
    process: async (options) => {
      const fetch = toFetch(options);
      const response = await source.fetch(operationOf(fetch), toVariables(fetch), toContext(options));
      // Apollo Gateway writes into the values of a response, also into those of scalars.
      return { ...response, data: toPlainJson(response.data) as Record<string, unknown> | null };
    },
  };
}
