import { ExchangeError } from "../resilience/exchange-error.js";

type Send<Response> = (signal: AbortSignal) => Promise<Response>;

interface SharedExchange<Response> {
  readonly response: Promise<Response>;
  readonly controller: AbortController;
  /** Who asks later, by `performance.now()`, does not join any more. */
  readonly joinableUntil: number;
  /** How many callers still wait for the response. */
  waiting: number;
}

/**
 * Sends identical requests that are under way at the same time once. Each caller may leave: the exchange is canceled
 * when nobody waits for it any more.
 */
export class SharedExchanges<Response> {
  readonly #open = new Map<string, SharedExchange<Response>>();
  #joined = 0;

  /** How many requests shared one that was under way, since the start. */
  get joined(): number {
    return this.#joined;
  }

  /** Requests with the same key are identical. An exchange can be joined for a time, then the next one begins. */
  send(key: string, signal: AbortSignal, send: Send<Response>, joinableMs = Infinity): Promise<Response> {
    if (signal.aborted) return Promise.reject(new ExchangeError("canceled"));
    const now = performance.now();
    const open = this.#open.get(key);
    const known = open && now < open.joinableUntil ? open : undefined;
    if (known) this.#joined += 1;
    const exchange = known ?? this.#start(key, send, now + joinableMs);
    exchange.waiting += 1;
    return new Promise((resolve, reject) => {
      const leave = () => {
        exchange.waiting -= 1;
        if (exchange.waiting === 0) this.#cancel(key, exchange);
        reject(new ExchangeError("canceled"));
      };
      signal.addEventListener("abort", leave, { once: true });
      exchange.response.finally(() => signal.removeEventListener("abort", leave)).then(resolve, reject);
    });
  }

  /** Requests from now on join none of those that have begun: something changed that these may not see. */
  separate(): void {
    this.#open.clear();
  }

  #start(key: string, send: Send<Response>, joinableUntil: number): SharedExchange<Response> {
    const controller = new AbortController();
    const response = send(controller.signal).finally(() => this.#forget(key, exchange));
    const exchange: SharedExchange<Response> = { response, controller, joinableUntil, waiting: 0 };
    this.#open.set(key, exchange);
    return exchange;
  }

  #cancel(key: string, exchange: SharedExchange<Response>): void {
    this.#forget(key, exchange);
    exchange.controller.abort();
  }

  #forget(key: string, exchange: SharedExchange<Response>): void {
    if (this.#open.get(key) === exchange) this.#open.delete(key);
  }
}
