import { withoutPrivate } from "@an-sinh/server/present-error";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { QueryLimits } from "../limits/query-limits.js";

/** What a subgraph may have told of its own requests; not for the gateway's clients. */
const fetchDetails: ReadonlySet<string> = new Set(["serviceName", "query", "variables", "response"]);

/**
 * Shapes the errors that only a gateway has; undefined for any other. An error of a subgraph keeps its message,
 * path and code and names the subgraph in `extensions.service`.
 */
export function presentGatewayError(error: unknown, limits: QueryLimits): GraphQLFormattedError | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const service = error.extensions["serviceName"];
  if (typeof service === "string") return presentSubgraphError(error, service);
  return presentGraphQLLimit(error, limits);
}

function presentSubgraphError(error: GraphQLError, service: string): GraphQLFormattedError {
  const code = error.extensions["code"];
  const details = Object.entries(withoutPrivate(error.extensions)).filter(
    ([name]) => !fetchDetails.has(name),
  );
  return {
    message: error.message,
    ...(error.path ? { path: withoutListMarks(error.path) } : {}),
    extensions: {
      ...Object.fromEntries(details),
      code: code === "DOWNSTREAM_SERVICE_ERROR" ? "SUBGRAPH_ERROR" : code,
      service,
    },
  };
}

/** A query plan writes `@` for "each item of a list", which is no place in an answer. */
function withoutListMarks(path: readonly (string | number)[]): readonly (string | number)[] {
  const mark = path.indexOf("@");
  return mark === -1 ? path : path.slice(0, mark);
}

/** The limits that graphql-js itself has, of its parser and its validation, have no code. */
function presentGraphQLLimit(error: GraphQLError, limits: QueryLimits): GraphQLFormattedError | undefined {
  const code = error.extensions["code"];
  if (code === "GRAPHQL_PARSE_FAILED" && /Document contains more that \d+ tokens/.test(error.message)) {
    return tooComplex(`expected at most ${limits.tokens} tokens`);
  }
  if (code === "GRAPHQL_PARSE_FAILED" && rootCause(error) instanceof RangeError) {
    return tooComplex("it is nested too deeply");
  }
  if (code === "GRAPHQL_VALIDATION_FAILED" && error.message === "Validation aborted.") {
    return tooComplex("too many fields share a name or a place");
  }
  return undefined;
}

function tooComplex(why: string): GraphQLFormattedError {
  return { message: `The query is too large: ${why}.`, extensions: { code: "QUERY_TOO_COMPLEX" } };
}

function rootCause(error: Error): Error {
  return error instanceof GraphQLError && error.originalError ? rootCause(error.originalError) : error;
}
