import { withoutPrivate } from "@an-sinh/server/present-error";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { QueryLimits } from "../limits/query-limits.js";

/** Extensions that may hold a subgraph's own requests. Clients must not see them. */
const fetchDetails: ReadonlySet<string> = new Set(["serviceName", "query", "variables", "response"]);

/**
 * Presents the errors that only a gateway has. Undefined for any other. An error of a subgraph keeps its message,
 * path and code, and gets the name of the subgraph as `extensions.service`.
 */
export function presentGatewayError(error: unknown, limits: QueryLimits): GraphQLFormattedError | undefined {
  if (!(error instanceof GraphQLError)) return undefined;
  const service = error.extensions["serviceName"];
  if (typeof service === "string") return presentSubgraphError(error, service);
  return presentGraphQLLimit(error, limits);
}

function presentSubgraphError(error: GraphQLError, service: string): GraphQLFormattedError {
  const details = Object.entries(withoutPrivate(error.extensions)).filter(
    ([name]) => !fetchDetails.has(name),
  );
  return {
    message: error.message,
    ...(error.path ? { path: error.path } : {}),
    extensions: { ...Object.fromEntries(details), service },
  };
}

/**
 * graphql-js 16.15.0 has limits of its own, whose errors look like mistakes in the query: the number of tokens, the
 * stack of its parser (`RangeError`) and the work of comparing fields. Test: gateway/test/query-limits.test.ts.
 */
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
