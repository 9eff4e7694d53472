import type { GraphQLFormattedError } from "graphql";

/** What a subgraph sends, as plain JSON. The gateway writes into its objects. */
export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}
