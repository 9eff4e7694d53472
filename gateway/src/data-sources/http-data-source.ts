import { writeCaller } from "@an-sinh/server/caller";
import type { Logger } from "@an-sinh/server/logger";
import type { ChannelKeys } from "@an-sinh/server/signatures/channel-keys";
import { encodeUtf8 } from "@an-sinh/server/utf8";
import { defaultCallLimits, type CallLimits } from "../resilience/call-limits.js";
import { SubgraphCalls, type CallTerms } from "../resilience/subgraph-calls.js";
import type { SubgraphState } from "../resilience/subgraph-state.js";
import { SubgraphHealth } from "../resilience/subgraph-health.js";
import { FetchFailedError, tellOf, type FetchFailureCode } from "../responses/fetch-failure.js";
import { ResponseMemoryFullError } from "../responses/response-memory.js";
import { parseHttpResponse, type HttpResponse } from "../responses/http-response.js";
import type { SubgraphResponse } from "../responses/subgraph-response.js";
import { ExchangeError } from "../resilience/exchange-error.js";
import type { ExchangeLimits } from "./http-exchange.js";
import { RequestWriter } from "./request-writer.js";
import { SharedExchanges } from "./shared-exchanges.js";
import { SubgraphConnections } from "./subgraph-connections.js";
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
  /** Default: see call-limits.ts. */
  readonly limits?: CallLimits;
  /** Is told when the subgraph is asked no longer, and when it is asked again. */
  readonly logger?: Logger;
  /** Default: true. */
  readonly checksKeys?: boolean;
}

interface SendingTerms extends CallTerms {
  /** Whether the subgraph should say the version of its data. */
  readonly asksVersion: boolean;
}

const sayChange = (isAsked: boolean): string =>
  isAsked
    ? "The subgraph is back."
    : "The subgraph fails again and again, so it is asked by one call at a time until it answers.";

/** Calls a subgraph over HTTP, on connections that stay open. Its errors name the subgraph, never the URL. */
export class HttpDataSource implements SubgraphSource {
  /** What comes from elsewhere may be wrong, and a program of others may be of another version. */
  readonly checksKeys: boolean;
  readonly #name: string;
  readonly #timeoutMs: number;
  readonly #maxResponseBytes: number;
  readonly #calls: SubgraphCalls;
  readonly #health = new SubgraphHealth();
  readonly #shared: SharedExchanges<HttpResponse> | undefined;
  readonly #connections: SubgraphConnections;
  readonly #writer: RequestWriter;

  constructor(subgraph: HttpSubgraph) {
    const { name, url, timeoutMs, maxResponseBytes = 32 * 1024 * 1024, keys, sharesQueries } = subgraph;
    const { limits = defaultCallLimits, logger } = subgraph;
    const parsed = new URL(url);
    this.#name = name;
    this.#calls = new SubgraphCalls(name, limits, (isAsked) =>
      logger?.warn({ service: name }, sayChange(isAsked)),
    );
    this.checksKeys = subgraph.checksKeys ?? true;
    this.#shared = sharesQueries ? new SharedExchanges<HttpResponse>() : undefined;
    this.#timeoutMs = timeoutMs;
    this.#maxResponseBytes = maxResponseBytes;
    this.#writer = new RequestWriter(name, parsed, keys);
    this.#connections = new SubgraphConnections(parsed.origin, {
      most: limits.maxConcurrent,
      timeoutMs: Math.min(timeoutMs, 5_000),
    });
  }

  get state(): SubgraphState {
    const sharedFetches = this.#shared?.joined ?? 0;
    return { name: this.#name, ...this.#calls.state, ...this.#health.state, sharedFetches };
  }

  async fetch(
    operation: SubgraphOperation,
    variables: SubgraphVariables,
    context: GatewayContext,
  ): Promise<SubgraphResponse> {
    try {
      const sent = await this.#ask(operation, variables, context);
      context.budget?.takeText(sent.body);
      const response = parseHttpResponse(this.#name, sent);
      if (response.data) this.#health.answered();
      return response;
    } catch (error) {
      const failure = this.#explain(error);
      if (!context.signal.aborted) this.#health.failed(failure.code);
      throw failure;
    }
  }

  close(): Promise<void> {
    return this.#connections.close();
  }

  async #ask(
    operation: SubgraphOperation,
    variables: SubgraphVariables,
    context: GatewayContext,
  ): Promise<HttpResponse> {
    const { caller, signal, budget } = context;
    const timeoutMs = fetchTimeMs(context, this.#timeoutMs);
    if (timeoutMs <= 0) throw this.#failure("SUBGRAPH_TIMEOUT", "was not asked, the request's time was over");
    const body = this.#writer.body(operation, variables);
    const isRepeatable = operation.isMutation === false;
    // A fetch with less time would end those that share it, or wait longer than its request may.
    const mayShare = isRepeatable && !operation.isUnshared && timeoutMs === this.#timeoutMs;
    const shared = mayShare ? this.#shared : undefined;
    const asksVersion = operation.asksDataVersion === true;
    const terms = { timeoutMs, isRepeatable, asksVersion, isPatient: 2 * timeoutMs >= this.#timeoutMs };
    if (!shared) {
      const call = this.#call(body, context, { ...terms, signal, budget });
      // Whoever asks after a change gets it.
      return isRepeatable ? call : call.finally(() => this.#shared?.separate());
    }
    const send = (own: AbortSignal) => this.#callForAll(body, context, { ...terms, signal: own });
    // The same operation may have other rows for another caller. Who joins has half of the time left at least.
    const response = await shared.send(writeCaller(caller) + body, signal, send, timeoutMs / 2);
    budget?.takeBytes(response.body.length);
    return response;
  }

  async #callForAll(body: string, context: GatewayContext, terms: SendingTerms): Promise<HttpResponse> {
    const budget = context.budget?.ofShared();
    try {
      return await this.#call(body, context, { ...terms, budget });
    } finally {
      budget?.release();
    }
  }

  #call(
    body: string,
    context: GatewayContext,
    terms: SendingTerms & Pick<ExchangeLimits, "budget">,
  ): Promise<HttpResponse> {
    const bytes = encodeUtf8(body);
    const { signal, budget, asksVersion } = terms;
    const maxResponseBytes = this.#maxResponseBytes;
    const send = (timeoutMs: number, isOnNew: boolean) => {
      const request = this.#writer.request(bytes, context, { timeoutMs, asksVersion });
      const limits = { timeoutMs, signal, budget, maxResponseBytes };
      return this.#connections.exchange(request, limits, isOnNew);
    };
    return this.#calls.send(send, terms);
  }

  #explain(error: unknown): FetchFailedError {
    if (error instanceof FetchFailedError) return error;
    if (error instanceof ExchangeError)
      return error.reason === "too large"
        ? this.#failure("SUBGRAPH_ERROR", `responded with more than ${this.#maxResponseBytes} bytes`)
        : this.#failure("SUBGRAPH_UNAVAILABLE", "was not waited for");
    if (error instanceof ResponseMemoryFullError)
      return this.#failure(
        "SUBGRAPH_UNAVAILABLE",
        "was not read to its end, because too many large responses arrive at once",
      );
    const notBegun = this.#calls.notBegun(error);
    if (notBegun) return notBegun;
    throw error;
  }

  #failure(code: FetchFailureCode, what: string): FetchFailedError {
    return new FetchFailedError(code, tellOf(this.#name, what));
  }
}
