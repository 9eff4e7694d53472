import { withoutPrivate } from "@an-sinh/kit/http/present-error";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { tooManyTokens, type QueryLimits } from "../limits/query-limits.js";

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
  return isTokenLimit(error) ? tooManyTokens(limits).toJSON() : undefined;
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

/** graphql-js gives this limit of its parser no code, and RangeError is what its parser throws at endless nesting. */
function isTokenLimit(error: GraphQLError): boolean {
  if (error.extensions["code"] !== "GRAPHQL_PARSE_FAILED") return false;
  const cause = error.originalError;
  return (
    /Document contains more that \d+ tokens/.test(error.message) ||
    cause?.message.includes("call stack") === true
  );
}
