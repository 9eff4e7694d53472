/** What the replay process has done since it was last asked. */
export interface ReplayCounts {
  readonly requests: number;
  /** Those that the real subgraphs answered, because they had never been sent before. */
  readonly recorded: number;
}
