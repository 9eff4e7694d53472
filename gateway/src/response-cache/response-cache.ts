import type { CacheState } from "@an-sinh/server/metrics/cache-metrics";
import type { Logger } from "@an-sinh/server/logger";
import type { SubgraphSource } from "../data-sources/subgraph-source.js";
import { CachedSource, type CacheStores } from "./cached-source.js";
import { KeptResponses } from "./kept-responses.js";
import type { ResponseCacheSettings } from "./response-cache-settings.js";
import { SharedResponses, type SharedState } from "./shared-responses.js";

interface ResponseCacheOptions extends ResponseCacheSettings {
  /** Where processes share what they keep. Undefined: each keeps its own. */
  readonly redisUrl?: string | undefined;
  readonly logger: Logger;
}

/** What a gateway keeps of the responses of its subgraphs. */
export class ResponseCache {
  readonly #stores: CacheStores;

  constructor({ maxBytes, checkMs, redisUrl, logger, ...options }: ResponseCacheOptions) {
    const { redisTimeoutMs: timeoutMs, now = () => performance.now() } = options;
    const shared =
      redisUrl === undefined ? undefined : new SharedResponses({ redisUrl, logger, timeoutMs, now });
    this.#stores = { own: new KeptResponses(maxBytes, now), shared, checkMs, now };
  }

  /** A source that keeps what it may. */
  around(source: SubgraphSource): SubgraphSource {
    return new CachedSource(source, this.#stores);
  }

  get state(): CacheState {
    return this.#stores.own.state;
  }

  /** Undefined: nothing is shared. */
  get shared(): SharedState | undefined {
    return this.#stores.shared?.state;
  }

  close(): void {
    this.#stores.shared?.close();
  }
}
