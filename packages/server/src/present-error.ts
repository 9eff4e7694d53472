import { GraphQLError, Kind, type GraphQLFormattedError } from "graphql";
import { ClientError, errorCodes } from "./errors.js";
import { hideNumbers } from "./hide-numbers.js";

/** The part of a logger that reporting needs. */
export interface ErrorLogger {
  error(details: object, message: string): void;
}

/** Where a masked error is logged, and with which request. */
interface ErrorReport {
  readonly requestId?: string | undefined;
  /** The subgraph in which it happened, where there are several in the process. */
  readonly service?: string;
  readonly logger: ErrorLogger;
}

const visibleCodes: ReadonlySet<unknown> = new Set(errorCodes.filter((code) => code !== "INTERNAL"));
/** The client learns that something failed, and the log why. */
const operatorCodes: ReadonlySet<unknown> = new Set(["DATABASE_UNAVAILABLE", "DATABASE_TIMEOUT"]);
const privateExtensions: ReadonlySet<string> = new Set(["stacktrace", "exception", "http"]);

/**
 * What the client may see of an error. An error with one of our codes, and one that the client caused, keeps its
 * message and loses its stack. Any other error is logged, and the client gets `INTERNAL` without its message.
 */
export function presentError(error: unknown, report: ErrorReport): GraphQLFormattedError {
  const graphQLError = error instanceof GraphQLError ? error : undefined;
  const extensions = visibleExtensions(error);
  if (extensions) {
    if (operatorCodes.has(extensions["code"])) logCause(error, report);
    return { ...locate(graphQLError), message: messageOf(error), extensions };
  }
  if (graphQLError && isBadArgument(graphQLError)) {
    return {
      ...locate(graphQLError),
      message: messageOf(graphQLError),
      extensions: { code: "BAD_USER_INPUT" },
    };
  }
  return mask(error, graphQLError, report);
}

/** The extensions without what must not leave the process. */
export function withoutPrivate(extensions: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(extensions).filter(([name]) => !privateExtensions.has(name)));
}

function visibleExtensions(error: unknown): Record<string, unknown> | undefined {
  const own = findClientError(error);
  if (own) return withoutPrivate(own.extensions);
  if (!(error instanceof GraphQLError) || !visibleCodes.has(error.extensions["code"])) return undefined;
  return withoutPrivate(error.extensions);
}

/**
 * Our own error. Apollo Server 5.5.1 wraps the error of a validation rule in one with its own code,
 * GRAPHQL_VALIDATION_FAILED. Without the search gateway/test/query-limits.test.ts fails.
 */
function findClientError(error: unknown): ClientError | undefined {
  if (error instanceof ClientError) return error;
  return error instanceof GraphQLError ? findClientError(error.originalError) : undefined;
}

/**
 * Whether a client's value is at fault. graphql-js 16.15.0 finds some bad values only while it executes, such as a
 * null in a variable for a non-null argument. Such an error has no code, and its node is the value in the document.
 * Without this it would be masked: packages/server/test/graphql-server.test.ts.
 */
function isBadArgument(error: GraphQLError): boolean {
  const cause = error.originalError ?? error;
  if (!(cause instanceof GraphQLError) || cause.extensions["code"] !== undefined) return false;
  const kind = cause.nodes?.[0]?.kind;
  return kind === Kind.VARIABLE || kind === Kind.OBJECT || kind === Kind.LIST;
}

/** The request with which an error was logged. */
const reported = new WeakMap<object, string | undefined>();

/** Whether the error is in the log of the request already: a statement that fails is the error of thousands of keys. */
function isReported(cause: unknown, requestId: string | undefined): boolean {
  if (!(cause instanceof Error)) return false;
  if (reported.has(cause) && reported.get(cause) === requestId) return true;
  reported.set(cause, requestId);
  return false;
}

function logCause(error: unknown, { requestId, service, logger }: ErrorReport): void {
  const own = findClientError(error);
  if (!own || isReported(own, requestId)) return;
  const code = own.extensions["code"];
  logger.error({ requestId, service, code, cause: messageOf(own.originalError ?? own) }, own.message);
}

function mask(error: unknown, located: GraphQLError | undefined, report: ErrorReport): GraphQLFormattedError {
  const { requestId, service, logger } = report;
  const cause = located?.originalError ?? error;
  const stack = cause instanceof Error && cause.stack ? hideNumbers(cause.stack) : undefined;
  if (!isReported(cause, requestId)) {
    logger.error({ requestId, service, path: located?.path?.join("."), stack }, messageOf(cause));
  }
  return {
    ...locate(located),
    message: "Internal server error",
    extensions: { code: "INTERNAL", ...(requestId === undefined ? {} : { requestId }) },
  };
}

/** An error may be about hundreds of places and names them all, such as a fragment that spreads itself via others. */
const mostLocations = 20;
const longestMessage = 1_000;

function locate(error: GraphQLError | undefined): Pick<GraphQLFormattedError, "locations" | "path"> {
  return {
    ...(error?.locations ? { locations: error.locations.slice(0, mostLocations) } : {}),
    ...(error?.path ? { path: error.path } : {}),
  };
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return "An unexpected value was thrown";
  const message = hideNumbers(error.message);
  return message.length > longestMessage ? `${message.slice(0, longestMessage)} …` : message;
}
