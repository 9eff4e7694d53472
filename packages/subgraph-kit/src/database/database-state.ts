/** How a database is, as far as its process knows. */
export interface DatabaseState {
  /** Whether it answered when it was last asked. A server is asked every few seconds. */
  readonly isReachable: boolean;
  /** Since when that is so, as `Date.now()` counts. */
  readonly since: number;
  /** The connections of requests, of SQLite the threads for what is read aside, and the statements that wait for one. */
  readonly inUse: number;
  readonly idle: number;
  readonly waiting: number;
}
