/** What the load process is told to send. */
export interface LoadOrder {
  readonly url: string;
  readonly token: string | undefined;
  readonly operation: string;
  /** The number of the first request. Operations of many documents go on where they were. */
  readonly from: number;
  /** The text of every answer. Null: each request is another one, so an answer is looked through. */
  readonly expected: string | null;
  readonly connections: number;
  /** Requests are sent until this time is over. 0: one request on each connection. */
  readonly durationMs: number;
  /** Whether each request comes on a connection of its own. */
  readonly isReconnecting: boolean;
}

export interface LoadResult {
  readonly requests: number;
  /** Answers that are not those that are expected. */
  readonly failures: number;
  /** The bytes of all answers. */
  readonly bytes: number;
  readonly seconds: number;
}

/** What a process has used between the messages "begin" and "end". */
export interface ProcessUsage {
  /** User and system time of all its threads. */
  readonly cpuMs: number;
  /** How late the event loop was, at the 99th percentile. */
  readonly delayP99Ms: number;
  /** Resident memory at its highest, and before. */
  readonly peakBytes: number;
  readonly idleBytes: number;
}
