import { GraphQLError, type GraphQLErrorOptions, type GraphQLFormattedError } from "graphql";

/** Every code a client may find in `errors[].extensions.code`. */
export const errorCodes = [
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_FOUND",
  "NOT_FOUND",
  "PAYLOAD_TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "UNAUTHORIZED_FIELD_OR_TYPE",
  "RATE_LIMITED",
  "OVERLOADED",
  "QUERY_TOO_COMPLEX",
  "PLANNING_FAILED",
  "SUBGRAPH_UNAVAILABLE",
  "SUBGRAPH_TIMEOUT",
  "SUBGRAPH_ERROR",
  "DATABASE_UNAVAILABLE",
  "DATABASE_TIMEOUT",
  "ACCESS_LOG_UNAVAILABLE",
  "ACCESS_LOG_DAMAGED",
  "SUM_TOO_LARGE",
  "INTERNAL",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An error that a client may see as it is. Any other error is logged, and the client gets INTERNAL. */
export class ClientError extends GraphQLError {
  constructor(code: ErrorCode, message: string, options: GraphQLErrorOptions = {}) {
    super(message, { ...options, extensions: { ...options.extensions, code } });
    this.name = "ClientError";
  }
}

/** The client sent a value that cannot be answered. The message says what was expected. */
export class BadUserInputError extends ClientError {
  constructor(message: string, options?: GraphQLErrorOptions) {
    super("BAD_USER_INPUT", message, options);
    this.name = "BadUserInputError";
  }
}

/** Something that the client named does not exist, and null cannot say so. */
export class NotFoundError extends ClientError {
  constructor(message: string, options?: GraphQLErrorOptions) {
    super("NOT_FOUND", message, options);
    this.name = "NotFoundError";
  }
}

/** A request that is refused before GraphQL sees it, with the HTTP status and the headers of its answer. */
export class RequestError extends ClientError {
  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    /** The errors in the answer, where there are several. Default: this one. */
    readonly errors: readonly GraphQLFormattedError[] | undefined = undefined,
  ) {
    super(code, message);
    this.name = "RequestError";
  }
}

export function bodyTooLarge(limitBytes: number): RequestError {
  return new RequestError(413, "PAYLOAD_TOO_LARGE", `The request body is larger than ${limitBytes} bytes.`);
}
