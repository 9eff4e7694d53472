import { ClientError } from "@an-sinh/server/errors";

/**
 * Apollo Gateway 2.14.4 throws errors without a code, which become HTTP status 500, for an operation that is too large
 * to be planned. Test: gateway/test/planner-limits.test.ts.
 */
const tooLarge =
  /^Exceeded maximum recursive selections|^Number of non-local selections exceeds|^Too many options generated/;

/** The error with a code, where the client caused it. Undefined for any other error. */
export function toClientFault(error: unknown): ClientError | undefined {
  if (!(error instanceof Error) || !tooLarge.test(error.message)) return undefined;
  return new ClientError("QUERY_TOO_COMPLEX", "The query selects too much to be planned.");
}
