import type { Meters, Reading } from "./meters.js";

/** What a cache holds, and how it was asked since the start. */
export interface CacheState {
  /** Undefined: the cache is outside of this process, like its bytes. */
  readonly entries?: number;
  /** An estimate. */
  readonly bytes?: number;
  readonly hits: number;
  readonly misses: number;
}

/** Reads caches whenever the metrics are read. */
export class CacheMetrics {
  readonly #caches = new Map<string, () => CacheState>();

  constructor(meters: Meters) {
    const each = (valueOf: (state: CacheState) => number | undefined) => () =>
      [...this.#caches].flatMap(([cache, read]): Reading[] => {
        const value = valueOf(read());
        return value === undefined ? [] : [{ labels: { cache }, value }];
      });
    meters.gauge({
      name: "graph_cache_entries",
      help: "What a cache holds.",
      labels: ["cache"],
      read: each(({ entries }) => entries),
    });
    meters.gauge({
      name: "graph_cache_bytes",
      help: "What a cache holds, in estimated bytes.",
      labels: ["cache"],
      read: each(({ bytes }) => bytes),
    });
    meters.total({
      name: "graph_cache_lookups_total",
      help: "How often a cache was asked, by whether it held what was asked for.",
      labels: ["cache", "result"],
      read: () =>
        [...this.#caches].flatMap(([cache, read]) => {
          const { hits, misses } = read();
          return [
            { labels: { cache, result: "hit" }, value: hits },
            { labels: { cache, result: "miss" }, value: misses },
          ];
        }),
    });
  }

  add(cache: string, read: () => CacheState): void {
    this.#caches.set(cache, read);
  }
}
