import type { GraphQLFormattedError } from "graphql";
import type { FetchFailure } from "./failed-fetch.js";
import type { SubgraphAnswer } from "./subgraph-source.js";

/** Thrown when a subgraph's answer cannot be used; says what the client is told. */
export class FetchFailedError extends Error {
  constructor(readonly failure: FetchFailure) {
    super(failure.message);
    this.name = "FetchFailedError";
  }
}

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly body: string;
}

/** Reads a subgraph's answer, which may be anything. Throws `FetchFailedError`. */
export function readAnswer(
  service: string,
  answer: HttpAnswer,
  entityCount: number | undefined,
): SubgraphAnswer {
  const fail = (what: string) =>
    new FetchFailedError({ code: "SUBGRAPH_ERROR", message: `The subgraph "${service}" ${what}.` });
  if (answer.status >= 502 && answer.status <= 504) {
    const message = `The subgraph "${service}" is not available (HTTP status ${answer.status}).`;
    throw new FetchFailedError({ code: "SUBGRAPH_UNAVAILABLE", message });
  }
  if (!isJson(answer.contentType)) throw fail(`did not answer with JSON (HTTP status ${answer.status})`);
  const json = parseJson(answer.body);
  if (!isRecord(json)) throw fail(`answered with malformed JSON (HTTP status ${answer.status})`);
  const { data, errors } = json;
  if (data === undefined && errors === undefined)
    throw fail(`answered without data (HTTP status ${answer.status})`);
  if (data !== undefined && data !== null && !isRecord(data)) throw fail("answered with malformed data");
  if (errors !== undefined && errors !== null && !Array.isArray(errors))
    throw fail("answered with malformed errors");
  if (entityCount !== undefined && data && !hasEntities(data, entityCount)) {
    throw fail("answered for another number of entities than it was asked about");
  }
  const readErrors = (errors ?? []).map(readError);
  return { data: data ?? null, ...(readErrors.length > 0 ? { errors: readErrors } : {}) };
}

function hasEntities(data: Record<string, unknown>, count: number): boolean {
  const entities = data["_entities"];
  return entities === null || (Array.isArray(entities) && entities.length === count);
}

function readError(error: unknown): GraphQLFormattedError {
  const { message, path, extensions }: Record<string, unknown> = isRecord(error) ? error : {};
  return {
    message: typeof message === "string" ? message : "The subgraph gave no message",
    ...(isPath(path) ? { path } : {}),
    ...(isRecord(extensions) ? { extensions } : {}),
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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
