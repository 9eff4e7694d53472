import { Pool, type Dispatcher } from "undici";
import { failedFetch, representationsOf, type FetchFailure } from "./failed-fetch.js";
import { FetchFailedError, readAnswer, type HttpAnswer } from "./http-answer.js";
import {
  toContext,
  toFetch,
  type GatewayContext,
  type SubgraphAnswer,
  type SubgraphFetch,
  type SubgraphFetchOptions,
  type SubgraphSource,
} from "./subgraph-source.js";

export interface HttpSubgraph {
  readonly name: string;
  /** http or https; user and password in it become Basic authentication. */
  readonly url: string;
  /** For a whole fetch, from its start to the last byte. */
  readonly timeoutMs: number;
  /** Default: 64. */
  readonly maxConnections?: number;
  /** Default: 32 MiB. */
  readonly maxAnswerBytes?: number;
}

/** Calls a subgraph over HTTP on connections that are kept. What goes wrong names the subgraph, never its URL. */
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
      connections: subgraph.maxConnections ?? 64,
      connect: { timeout: Math.min(subgraph.timeoutMs, 5_000) },
      headersTimeout: subgraph.timeoutMs,
      bodyTimeout: subgraph.timeoutMs,
    });
  }

  async process(options: SubgraphFetchOptions): Promise<SubgraphAnswer> {
    const fetch = toFetch(options);
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), this.#subgraph.timeoutMs);
    try {
      const answer = await this.#post(fetch, toContext(options), deadline.signal);
      return readAnswer(this.#subgraph.name, answer, representationsOf(fetch)?.length);
    } catch (error) {
      return failedFetch(fetch, this.#explain(error, deadline.signal.aborted));
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
  ): Promise<HttpAnswer> {
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
    const { name, maxAnswerBytes = 32 * 1024 * 1024 } = this.#subgraph;
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.byteLength;
      if (bytes > maxAnswerBytes) {
        const message = `The subgraph "${name}" answered with more than ${maxAnswerBytes} bytes.`;
        throw new FetchFailedError({ code: "SUBGRAPH_ERROR", message });
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, bytes).toString("utf8");
  }

  #explain(error: unknown, isLate: boolean): FetchFailure {
    if (error instanceof FetchFailedError) return error.failure;
    const { name, timeoutMs } = this.#subgraph;
    if (isLate || isTimeout(error)) {
      return {
        code: "SUBGRAPH_TIMEOUT",
        message: `The subgraph "${name}" did not answer within ${timeoutMs} ms.`,
      };
    }
    return { code: "SUBGRAPH_UNAVAILABLE", message: `The subgraph "${name}" cannot be reached.` };
  }
}

function isTimeout(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "UND_ERR_HEADERS_TIMEOUT" || error.code === "UND_ERR_BODY_TIMEOUT")
  );
}

function basicAuthorization(username: string, password: string): string {
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(credentials).toString("base64")}`;
}
