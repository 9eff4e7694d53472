import { presentError, type ErrorLogger } from "@an-sinh/server/present-error";
import type { GraphQLFormattedError } from "graphql";
import { failureResponse } from "../responses/failure-response.js";
import type { SubgraphFetch, SubgraphResponse } from "../responses/subgraph-response.js";
import { toPlainJson } from "./plain-json.js";
import {
  toContext,
  toFetch,
  type GatewayContext,
  type SubgraphFetchOptions,
  type SubgraphSource,
} from "./subgraph-source.js";

/** A subgraph in this process. It caches parsed documents and makes a context of its own for each call. */
export interface LocalSubgraph {
  readonly name: string;
  execute(
    request: SubgraphFetch,
    call: GatewayContext,
  ): Promise<{ readonly data?: object | null | undefined; readonly errors?: readonly unknown[] | undefined }>;
}

/**
 * Calls a subgraph in this process. Its responses have the values that they would have after JSON, and share no
 * object with the subgraph: the gateway writes into them, and passes their values on to other subgraphs.
 */
export class LocalDataSource implements SubgraphSource {
  readonly isWellFormed = true;

  constructor(
    readonly subgraph: LocalSubgraph,
    readonly logger: ErrorLogger,
  ) {}

  async process(options: SubgraphFetchOptions): Promise<SubgraphResponse> {
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
      return failureResponse(fetch, { code: "SUBGRAPH_ERROR", message });
    }
  }

  #present(error: unknown, { requestId }: GatewayContext): GraphQLFormattedError {
    return presentError(error, { requestId, service: this.subgraph.name, logger: this.logger });
  }
}
