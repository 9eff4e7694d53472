/** How one subgraph is called. */
export interface CallLimits {
  /** How many calls are under way at the same time. Four times as many wait; what is beyond fails at once. */
  readonly maxConcurrent: number;
  /** How often a query is sent again that could not be delivered. 0: never. */
  readonly retries: number;
  /** After so many failures in a row, the subgraph is not asked for a while. */
  readonly failuresToOpen: number;
  /** How long it is not asked, in milliseconds. Each time that it fails again this doubles, up to five times as long. */
  readonly pauseMs: number;
}

export const defaultCallLimits: CallLimits = {
  maxConcurrent: 64,
  retries: 2,
  failuresToOpen: 5,
  pauseMs: 1_000,
};
