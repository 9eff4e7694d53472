import { Client, Pool, type Dispatcher } from "undici";
import type { HttpResponse } from "../responses/http-response.js";
import { exchange, type ExchangeLimits } from "./http-exchange.js";
import { watchedConnector } from "./used-connections.js";

interface ConnectionLimits {
  /** How many are kept open. */
  readonly most: number;
  /** How long it may take to open one. */
  readonly timeoutMs: number;
}

/** Connections to one server. They stay open after a call. */
export class SubgraphConnections {
  readonly #origin: string;
  readonly #options: Client.Options;
  readonly #pool: Pool;

  constructor(origin: string, { most, timeoutMs }: ConnectionLimits) {
    this.#origin = origin;
    this.#options = {
      connect: watchedConnector(timeoutMs),
      // Off: they start again with each chunk. The time limit of `exchange` is for the whole fetch.
      headersTimeout: 0,
      bodyTimeout: 0,
    };
    this.#pool = new Pool(origin, { ...this.#options, connections: most });
  }

  /** A new connection is closed after the response. */
  exchange(
    request: Dispatcher.DispatchOptions,
    limits: ExchangeLimits,
    isOnNew: boolean,
  ): Promise<HttpResponse> {
    if (!isOnNew) return exchange(this.#pool, request, limits);
    const client = new Client(this.#origin, this.#options);
    // Nobody waits for that: a connection that is still being made would hold up the failure.
    return exchange(client, request, limits).finally(() => void client.destroy());
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}
