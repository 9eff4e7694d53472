import { writeCaller } from "@an-sinh/server/caller";
import { callSigner } from "@an-sinh/server/signatures/call-signer";
import type { ChannelKeys } from "@an-sinh/server/signatures/channel-keys";
import { timeLeftHeader } from "@an-sinh/server/time-left";
import { encodeUtf8 } from "@an-sinh/server/utf8";
import { Pool, type Dispatcher } from "undici";
import { AnswerTooLargeError } from "../responses/answer-budget.js";
import { FetchFailedError } from "../responses/fetch-failure.js";
import { parseHttpResponse, type HttpResponse } from "../responses/http-response.js";
import type { SubgraphResponse } from "../responses/subgraph-response.js";
import { exchange, ExchangeError, type ExchangeLimits } from "./http-exchange.js";
import { SharedExchanges } from "./shared-exchanges.js";
import {
  fetchTimeMs,
  type GatewayContext,
  type SubgraphOperation,
  type SubgraphSource,
  type SubgraphVariables,
} from "./subgraph-source.js";

interface HttpSubgraph {
  readonly name: string;
  /** http or https. A user and a password in it are sent as Basic authentication. */
  readonly url: string;
  /** The limit for a whole fetch, up to the last byte of the response. */
  readonly timeoutMs: number;
  /** Default: 32 MiB. */
  readonly maxResponseBytes?: number;
  /** By the first one, calls are signed, and say who asks. Undefined: the subgraph learns neither. */
  readonly keys?: ChannelKeys | undefined;
  /** Whether identical queries that are under way at the same time are sent once. Default: false. */
  readonly sharesQueries?: boolean;
}

const maxConnections = 64;

/** Calls a subgraph over HTTP, on connections that stay open. Its errors name the subgraph, never the URL. */
export class HttpDataSource implements SubgraphSource {
  readonly #name: string;
  readonly #timeoutMs: number;
  readonly #maxResponseBytes: number;
  readonly #shared: SharedExchanges | undefined;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #headers: readonly string[];
  readonly #sign: ReturnType<typeof callSigner> | undefined;
  /** The beginning of each operation's request, up to its variables. */
  readonly #bodies = new WeakMap<SubgraphOperation, string>();

  constructor(subgraph: HttpSubgraph) {
    const { name, url, timeoutMs, maxResponseBytes = 32 * 1024 * 1024, keys, sharesQueries } = subgraph;
    const { origin, pathname, search, username, password } = new URL(url);
    this.#name = name;
    this.#sign = keys && callSigner(name, keys);
    this.#shared = sharesQueries ? new SharedExchanges() : undefined;
    this.#timeoutMs = timeoutMs;
    this.#maxResponseBytes = maxResponseBytes;
    this.#path = pathname + search;
    this.#headers = Object.entries({
      "content-type": "application/json",
      accept: "application/json, application/graphql-response+json",
      ...(username || password ? { authorization: basicAuthorization(username, password) } : {}),
    }).flat();
    this.#pool = new Pool(origin, {
      connections: maxConnections,
      connect: { timeout: Math.min(timeoutMs, 5_000) },
      // Off: they start again with each chunk. The time limit of `exchange` is for the whole fetch.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  async fetch(
    operation: SubgraphOperation,
    variables: SubgraphVariables,
    context: GatewayContext,
  ): Promise<SubgraphResponse> {
    const { signal, caller, budget } = context;
    const body = `${this.#bodyOf(operation)}${variables.text()}}`;
    const timeoutMs = fetchTimeMs(context, this.#timeoutMs);
    // A fetch with less time would end those that share it, or wait longer than its request may.
    const isShared = operation.isMutation === false && timeoutMs === this.#timeoutMs;
    const shared = isShared ? this.#shared : undefined;
    // The same operation may have other rows for another caller.
    const sent = shared
      ? shared.send(writeCaller(caller) + body, signal, (own) =>
          this.#send(body, context, { timeoutMs, signal: own, budget: undefined }),
        )
      : this.#send(body, context, { timeoutMs, signal, budget });
    const response = await sent.catch((error: unknown) => this.#explain(error, timeoutMs));
    if (shared) budget?.takeBytes(response.body.length);
    budget?.takeText(response.body);
    return parseHttpResponse(this.#name, response);
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  #send(
    body: string,
    { requestId, caller }: GatewayContext,
    limits: Omit<ExchangeLimits, "maxResponseBytes">,
  ): Promise<HttpResponse> {
    const bytes = encodeUtf8(body);
    const timeLeftMs = String(limits.timeoutMs);
    const signed = this.#sign?.({ body: bytes, caller: writeCaller(caller), requestId, timeLeftMs });
    const own = signed ?? ["x-request-id", requestId, timeLeftHeader, timeLeftMs];
    const request: Dispatcher.DispatchOptions = {
      method: "POST",
      path: this.#path,
      headers: [...this.#headers, ...own],
      body: bytes,
    };
    return exchange(this.#pool, request, { ...limits, maxResponseBytes: this.#maxResponseBytes });
  }

  #bodyOf(operation: SubgraphOperation): string {
    const known = this.#bodies.get(operation);
    if (known !== undefined) return known;
    const { query, operationName } = operation;
    const body = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":`;
    this.#bodies.set(operation, body);
    return body;
  }

  #explain(error: unknown, timeoutMs: number): never {
    if (error instanceof AnswerTooLargeError) throw error;
    const subgraph = `The subgraph "${this.#name}"`;
    const reason = error instanceof ExchangeError ? error.reason : "no connection";
    if (reason === "late") {
      const message = `${subgraph} did not respond within ${timeoutMs} ms.`;
      throw new FetchFailedError("SUBGRAPH_TIMEOUT", message);
    }
    if (reason === "too large") {
      const message = `${subgraph} responded with more than ${this.#maxResponseBytes} bytes.`;
      throw new FetchFailedError("SUBGRAPH_ERROR", message);
    }
    throw new FetchFailedError("SUBGRAPH_UNAVAILABLE", `${subgraph} cannot be reached.`);
  }
}

function basicAuthorization(username: string, password: string): string {
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(credentials).toString("base64")}`;
}
