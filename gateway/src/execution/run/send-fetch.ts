import type {
  GatewayContext,
  SubgraphSource,
  SubgraphVariables,
} from "../../data-sources/subgraph-source.js";
import { FetchFailedError, type FetchFailure } from "../../responses/fetch-failure.js";
import type { SubgraphResponse } from "../../responses/subgraph-response.js";
import type { FetchHooks, SubgraphFetch } from "./fetch-hooks.js";

/** A response, or why there is none. */
export type FetchResult = { readonly response: SubgraphResponse } | { readonly failure: FetchFailure };

const noResponse: SubgraphResponse = {};

/** Sends a fetch, unless a hook refuses it. */
export async function sendFetch(
  fetch: SubgraphFetch & { readonly variables: SubgraphVariables },
  source: SubgraphSource,
  context: GatewayContext,
  { beforeFetch, contextOf, afterFetch }: FetchHooks,
): Promise<FetchResult> {
  const refusal = beforeFetch?.(fetch, context);
  if (refusal) return { failure: refusal };
  const own = contextOf?.(fetch, context) ?? context;
  if (!afterFetch) return receive(fetch, source, own);
  const startMs = performance.now();
  const result = await receive(fetch, source, own);
  const durationMs = performance.now() - startMs;
  const failure = "failure" in result ? result.failure : undefined;
  const { statements, wasKept = false } = "response" in result ? result.response : noResponse;
  afterFetch(fetch, { startMs, durationMs, failure, statements, wasKept }, own);
  return result;
}

async function receive(
  { operation, variables }: SubgraphFetch & { readonly variables: SubgraphVariables },
  source: SubgraphSource,
  context: GatewayContext,
): Promise<FetchResult> {
  try {
    return { response: await source.fetch(operation, variables, context) };
  } catch (error) {
    if (error instanceof FetchFailedError) return { failure: error };
    throw error;
  }
}
