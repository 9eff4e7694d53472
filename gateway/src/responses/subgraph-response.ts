import type { GraphQLFormattedError } from "graphql";

/** What is known of the version of the data in a response, none of which is older. */
export interface VersionedResponse {
  readonly version: string;
  /** When the subgraph was asked, by `performance.now()`. It had the version then or later. */
  readonly askedAt: number;
  /** The text of the response as a JSON object. Undefined: it came without a text. */
  readonly text?: string;
}

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
  /** Undefined: the subgraph was not asked for a version, or did not tell it. */
  readonly versioned?: VersionedResponse | undefined;
  /** Whether it was kept, and the subgraph was not asked. */
  readonly wasKept?: boolean;
  /** Keeps it for others. To be called once nothing is found wrong with it. Undefined: it must not be kept. */
  readonly keep?: (() => void) | undefined;
}
