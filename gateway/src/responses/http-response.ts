import { longestDataVersion } from "@an-sinh/server/observation/report-data-version";
import { errorKind } from "./error-kind.js";
import { parseExactJson } from "./exact-json.js";
import { FetchFailedError, tellOf } from "./fetch-failure.js";
import { isJsonObject } from "./json-object.js";
import { firstErrors } from "./max-errors.js";
import { readError, shortened } from "./response-errors.js";
import type { SubgraphResponse } from "./subgraph-response.js";

export interface HttpResponse {
  readonly status: number;
  readonly contentType: string | undefined;
  /** The header Retry-After. */
  readonly retryAfter?: string | undefined;
  readonly body: string;
  /** When the request was sent, by `performance.now()`. */
  readonly askedAt: number;
}

/**
 * Reads what a subgraph sent, which may be anything but a refusal: see resilience/interruption.ts. Throws
 * `FetchFailedError` where it is no GraphQL response. The values in its data are not checked here.
 */
export function parseHttpResponse(service: string, response: HttpResponse): SubgraphResponse {
  const { data, errors, extensions } = readBody(service, response);
  if (data !== undefined && data !== null && !isJsonObject(data)) {
    throw subgraphError(service, "responded with malformed data");
  }
  if (errors !== undefined && errors !== null && !Array.isArray(errors)) {
    throw subgraphError(service, "responded with malformed errors");
  }
  const told = isJsonObject(extensions) ? toldIn(extensions, response) : {};
  if (!errors?.length) return { data: data ?? null, ...told };
  const first = firstErrors(errors.map(readError), errorKind);
  return {
    data: data ?? null,
    errors: first.map(shortened),
    moreErrors: errors.length - first.length,
    ...told,
  };
}

/** What a subgraph says of a response beside it. */
export function toldIn(
  extensions: Readonly<Record<string, unknown>>,
  { askedAt, body }: { readonly askedAt: number; readonly body?: string },
): Pick<SubgraphResponse, "statements" | "versioned"> {
  const { dataVersion: version } = extensions;
  const statements = statementsIn(extensions);
  if (typeof version !== "string" || version === "" || version.length > longestDataVersion) return statements;
  return { ...statements, versioned: { version, askedAt, ...(body !== undefined && { text: body }) } };
}

/** How many SQL statements a subgraph says that it sent. */
function statementsIn({ statements }: Readonly<Record<string, unknown>>): {
  readonly statements?: number;
} {
  // A number may be an object that keeps all its digits: see `parseExactJson`.
  const count = statements === undefined ? Number.NaN : Number(statements);
  return Number.isSafeInteger(count) ? { statements: count } : {};
}

/** The body of a response as an object with data, errors or both. */
function readBody(service: string, { status, contentType, body }: HttpResponse): Record<string, unknown> {
  const fail = (what: string) => subgraphError(service, `${what} (HTTP status ${status})`);
  // What it says of credentials is about the gateway's, not about the client's.
  if (status === 401) throw fail("refused the gateway's call");
  if (status >= 300 && status <= 399) throw fail("responded with a redirect");
  if (!isJson(contentType)) throw fail("did not respond with JSON");
  const json = parseJson(body);
  if (!isJsonObject(json)) throw fail("responded with malformed JSON");
  if (json["data"] === undefined && json["errors"] === undefined) throw fail("responded without data");
  return json;
}

function subgraphError(service: string, what: string): FetchFailedError {
  return new FetchFailedError("SUBGRAPH_ERROR", tellOf(service, what));
}

function isJson(contentType: string | undefined): boolean {
  const essence = contentType?.split(";", 1)[0]?.trim().toLowerCase();
  return essence === "application/json" || essence === "application/graphql-response+json";
}

function parseJson(text: string): unknown {
  try {
    return parseExactJson(text);
  } catch {
    return undefined;
  }
}
