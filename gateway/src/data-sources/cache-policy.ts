/** How long responses to an operation of a subgraph may be kept, and for whom. Made once per plan. */
export interface CachePolicy {
  /** Names the operation: other for any other text, subgraph or supergraph. */
  readonly key: string;
  readonly maxAgeMs: number;
  /** Whether a response is for its caller alone. Else it is for all with the same scopes and areas. */
  readonly isPrivate: boolean;
}
