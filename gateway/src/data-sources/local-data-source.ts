import { presentError, type ErrorLogger } from "@an-sinh/server/present-error";
import type { GraphQLFormattedError } from "graphql";
import { failedFetch } from "./failed-fetch.js";
import { toPlainJson } from "./plain-json.js";
import {
  toContext,
  toFetch,
  type GatewayContext,
  type SubgraphAnswer,
  type SubgraphFetch,
  type SubgraphFetchOptions,
  type SubgraphSource,
} from "./subgraph-source.js";

/** A subgraph in this process. It caches its parsed documents and makes its own context for each call. */
export interface LocalSubgraph {
  readonly name: string;
  execute(
    request: SubgraphFetch,
    call: GatewayContext,
  ): Promise<{ readonly data?: object | null | undefined; readonly errors?: readonly unknown[] | undefined }>;
}

/**
 * Calls a subgraph in this process. The gateway merges answers into one another, so it gets an answer that
 * shares nothing with the subgraph, with the values that JSON would have carried.
 */
export class LocalDataSource implements SubgraphSource {
  readonly isShapeKnown = true;

  constructor(
    readonly subgraph: LocalSubgraph,
    readonly logger: ErrorLogger,
  ) {}

  async process(options: SubgraphFetchOptions): Promise<SubgraphAnswer> {
    const fetch = toFetch(options);
    const context = toContext(options);
    try {
      const { data, errors } = await this.subgraph.execute(fetch, context);
      return {
        data: toPlainJson(data) as Record<string, unknown> | null,
        ...(errors?.length ? { errors: errors.map((error) => this.#present(error, context)) } : {}),
      };
    } catch (error) {
      this.#present(error, context);
      const message = `The subgraph "${this.subgraph.name}" failed.`;
      return failedFetch(fetch, { code: "SUBGRAPH_ERROR", message });
    }
  }

  #present(error: unknown, { requestId }: GatewayContext): GraphQLFormattedError {
    return presentError(error, { requestId, service: this.subgraph.name, logger: this.logger });
  }
}
