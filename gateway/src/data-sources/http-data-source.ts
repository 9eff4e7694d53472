import { Pool, type Dispatcher } from "undici";
import { failureResponse, representationsOf, type FetchFailure } from "../responses/failure-response.js";
import { FetchFailedError, parseHttpResponse, type HttpResponse } from "../responses/http-response.js";
import type { SubgraphFetch, SubgraphResponse } from "../responses/subgraph-response.js";
import {
  toContext,
  toFetch,
  type GatewayContext,
  type SubgraphFetchOptions,
  type SubgraphSource,
} from "./subgraph-source.js";

interface HttpSubgraph {
  readonly name: string;
  /** http or https. A user and a password in it are sent as Basic authentication. */
  readonly url: string;
  /** The limit for a whole fetch, up to the last byte of the response. */
  readonly timeoutMs: number;
  /** Default: 32 MiB. */
  readonly maxResponseBytes?: number;
}

const maxConnections = 64;

/** Calls a subgraph over HTTP, on connections that stay open. Its errors name the subgraph, never the URL. */
export class HttpDataSource implements SubgraphSource {
  readonly #subgraph: HttpSubgraph;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(subgraph: HttpSubgraph) {
    const { origin, pathname, search, username, password } = new URL(subgraph.url);
    this.#subgraph = subgraph;
    this.#path = pathname + search;
    this.#headers = {
      "content-type": "application/json",
      accept: "application/json, application/graphql-response+json",
      ...(username || password ? { authorization: basicAuthorization(username, password) } : {}),
    };
    this.#pool = new Pool(origin, {
      connections: maxConnections,
      connect: { timeout: Math.min(subgraph.timeoutMs, 5_000) },
      // Off: they start again with each chunk. The deadline in process() is for the whole fetch.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  async process(options: SubgraphFetchOptions): Promise<SubgraphResponse> {
    const fetch = toFetch(options);
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), this.#subgraph.timeoutMs);
    try {
      const response = await this.#post(fetch, toContext(options), deadline.signal);
      return parseHttpResponse(this.#subgraph.name, response, representationsOf(fetch)?.length);
    } catch (error) {
      return failureResponse(fetch, this.#explain(error, deadline.signal.aborted));
    } finally {
      clearTimeout(timer);
    }
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  async #post(
    fetch: SubgraphFetch,
    { requestId, signal }: GatewayContext,
    deadline: AbortSignal,
  ): Promise<HttpResponse> {
    const { statusCode, headers, body } = await this.#pool.request({
      method: "POST",
      path: this.#path,
      headers: { ...this.#headers, "x-request-id": requestId },
      body: JSON.stringify(fetch),
      signal: AbortSignal.any([signal, deadline]),
    });
    const contentType = headers["content-type"];
    return {
      status: statusCode,
      contentType: Array.isArray(contentType) ? contentType[0] : contentType,
      body: await this.#readBody(body),
    };
  }

  async #readBody(body: Dispatcher.ResponseData["body"]): Promise<string> {
    const { name, maxResponseBytes = 32 * 1024 * 1024 } = this.#subgraph;
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.byteLength;
      if (bytes > maxResponseBytes) {
        const message = `The subgraph "${name}" responded with more than ${maxResponseBytes} bytes.`;
        throw new FetchFailedError({ code: "SUBGRAPH_ERROR", message });
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, bytes).toString("utf8");
  }

  #explain(error: unknown, isLate: boolean): FetchFailure {
    if (error instanceof FetchFailedError) return error.failure;
    const { name, timeoutMs } = this.#subgraph;
    if (isLate) {
      return {
        code: "SUBGRAPH_TIMEOUT",
        message: `The subgraph "${name}" did not respond within ${timeoutMs} ms.`,
      };
    }
    return { code: "SUBGRAPH_UNAVAILABLE", message: `The subgraph "${name}" cannot be reached.` };
  }
}

function basicAuthorization(username: string, password: string): string {
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(credentials).toString("base64")}`;
}
