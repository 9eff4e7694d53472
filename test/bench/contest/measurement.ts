/** What one contestant needed for one operation in one round. */
export interface Measurement {
  readonly contestant: string;
  readonly operation: string;
  readonly connections: number;
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** User and system time of all threads of its process, per request. */
  readonly cpuMs: number;
  /** How late its event loop was, at the 99th percentile. */
  readonly delayP99Ms: number;
  /** The size of an answer. */
  readonly answerBytes: number;
  /** Resident memory at its highest less that before. */
  readonly memoryBytes: number;
}
