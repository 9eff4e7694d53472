import type { GraphQLFormattedError } from "graphql";
import type { FetchFailure } from "./failure-response.js";
import { isJsonObject } from "./json-object.js";
import type { SubgraphResponse } from "./subgraph-response.js";

/** Thrown where a fetch has no usable response. */
export class FetchFailedError extends Error {
  constructor(readonly failure: FetchFailure) {
    super(failure.message);
    this.name = "FetchFailedError";
  }
}

export interface HttpResponse {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: string;
}

/**
 * Reads what a subgraph sent, which may be anything. Throws `FetchFailedError` where it is no GraphQL response, or
 * not the response to a fetch of so many entities. The values in its data are checked in malformed-values.ts.
 */
export function parseHttpResponse(
  service: string,
  { status, contentType, body }: HttpResponse,
  entityCount: number | undefined,
): SubgraphResponse {
  const fail = (what: string) =>
    new FetchFailedError({ code: "SUBGRAPH_ERROR", message: `The subgraph "${service}" ${what}.` });
  if (status >= 502 && status <= 504) {
    const message = `The subgraph "${service}" is not available (HTTP status ${status}).`;
    throw new FetchFailedError({ code: "SUBGRAPH_UNAVAILABLE", message });
  }
  if (!isJson(contentType)) throw fail(`did not respond with JSON (HTTP status ${status})`);
  const json = parseJson(body);
  if (!isJsonObject(json)) throw fail(`responded with malformed JSON (HTTP status ${status})`);
  const { data, errors } = json;
  if (data === undefined && errors === undefined)
    throw fail(`responded without data (HTTP status ${status})`);
  if (data !== undefined && data !== null && !isJsonObject(data)) throw fail("responded with malformed data");
  if (errors !== undefined && errors !== null && !Array.isArray(errors))
    throw fail("responded with malformed errors");
  if (entityCount !== undefined && data && !hasEntities(data, entityCount)) {
    throw fail("responded with another number of entities than was requested");
  }
  const readErrors = (errors ?? []).map(readError);
  return { data: data ?? null, ...(readErrors.length > 0 ? { errors: readErrors } : {}) };
}

function hasEntities(data: Record<string, unknown>, count: number): boolean {
  const entities = data["_entities"];
  return entities === null || (Array.isArray(entities) && entities.length === count);
}

function readError(error: unknown): GraphQLFormattedError {
  const { message, path, extensions }: Record<string, unknown> = isJsonObject(error) ? error : {};
  return {
    message: typeof message === "string" ? message : "The subgraph gave no message",
    ...(isPath(path) ? { path } : {}),
    ...(isJsonObject(extensions) ? { extensions } : {}),
  };
}

function isPath(path: unknown): path is readonly (string | number)[] {
  return Array.isArray(path) && path.every((step) => typeof step === "string" || typeof step === "number");
}

function isJson(contentType: string | undefined): boolean {
  const essence = contentType?.split(";", 1)[0]?.trim().toLowerCase();
  return essence === "application/json" || essence === "application/graphql-response+json";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
