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
  /** Requests to subgraphs, per request. */
  readonly fetches: number;
  /** The size of an answer. */
  readonly answerBytes: number;
  /** Resident memory at its highest less that before. */
  readonly memoryBytes: number;
}

/** The median of some values, with the least and the greatest. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2,
    least: at(0),
    greatest: at(sorted.length - 1),
  };
}
