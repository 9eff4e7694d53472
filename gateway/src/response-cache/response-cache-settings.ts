export interface ResponseCacheSettings {
  /** What a process keeps at most, by an estimate. */
  readonly maxBytes: number;
  /** How old the word of a subgraph about the version of its data may be. 0: it is asked each time. */
  readonly checkMs: number;
  /** How long a command to Redis may take. Default: 100. */
  readonly redisTimeoutMs?: number;
  /** The time by which responses and versions get old. Default: `performance.now`. */
  readonly now?: () => number;
}

export const defaultResponseCache: ResponseCacheSettings = { maxBytes: 64 * 1024 * 1024, checkMs: 1_000 };
