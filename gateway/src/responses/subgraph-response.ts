import type { GraphQLFormattedError } from "graphql";

/** One fetch of a query plan. */
export interface SubgraphFetch {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Record<string, unknown> | undefined;
}

/** At most so many errors are added to a response. One fetch may be about thousands of entities. */
export const maxErrors = 100;

/** What a subgraph sends for a fetch, as plain JSON. */
export interface SubgraphResponse {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}
