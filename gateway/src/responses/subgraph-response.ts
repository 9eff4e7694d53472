import type { GraphQLFormattedError } from "graphql";

/**
 * What a subgraph sends. The gateway writes into its objects. Where the subgraph is in this process, the value of a
 * scalar may be an object that the subgraph goes on using and that is no plain JSON: see `toPlainJson`.
 */
export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null;
  /** The first of them: see max-errors.ts. */
  readonly errors?: readonly GraphQLFormattedError[];
  /** How many SQL statements were sent for it. Undefined: the subgraph does not say. */
  readonly statements?: number | undefined;
  /** How many more there were. */
  readonly moreErrors?: number;
}
