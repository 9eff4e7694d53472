import type { FetchFailureCode } from "../responses/fetch-failure.js";

/** How a subgraph is, as its calls show it. */
export interface SubgraphState {
  readonly name: string;
  /** Open: it failed again and again, and is not asked for a while. Half-open: one call finds out whether it is back. */
  readonly state: "closed" | "open" | "half-open";
  /** Since when it is closed, or is not, by `Date.now()`. */
  readonly since: number;
  /** When its last good response arrived, by `Date.now()`. Null: none has arrived since the start. */
  readonly lastAnsweredAt: number | null;
  /** The code of its last failure. Null: it has not failed since the start. */
  readonly lastFailure: FetchFailureCode | null;
  /** How many calls were sent again, since the start. */
  readonly retries?: number;
  /** How many fetches shared the call of an identical one, since the start. */
  readonly sharedFetches?: number;
}
