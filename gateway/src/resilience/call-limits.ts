/** How one subgraph is called. */
export interface CallLimits {
  /** How many calls are under way at the same time. Four times as many wait; what is beyond fails at once. */
  readonly maxConcurrent: number;
  /** How often a query is sent again that could not be delivered. 0: never. */
  readonly retries: number;
  /** After so many failures in a row, calls fail at once, but for one in each pause, until one is answered. */
  readonly failuresToOpen: number;
  /** In milliseconds. */
  readonly pauseMs: number;
}

export const defaultCallLimits: CallLimits = {
  maxConcurrent: 64,
  retries: 2,
  failuresToOpen: 5,
  pauseMs: 1_000,
};
