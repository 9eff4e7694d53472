import { BadUserInputError, ClientError } from "@an-sinh/server/errors";

interface ClientFault {
  readonly message: RegExp;
  readonly toError: () => ClientError;
}

/**
 * Apollo Gateway 2.14.4 throws errors without a code, which become HTTP status 500, for these mistakes of a client.
 * Tests: gateway/test/planner-limits.test.ts and gateway/test/federation/conditions.case.ts.
 */
const clientFaults: readonly ClientFault[] = [
  {
    message:
      /^Exceeded maximum recursive selections|^Number of non-local selections exceeds|^Too many options generated/,
    toError: () => new ClientError("QUERY_TOO_COMPLEX", "The query selects too much to be planned."),
  },
  {
    message:
      /^(Invalid non-boolean|Unexpected) value .* (for Boolean! variable|for variable .* of @(skip|include))/,
    toError: () => new BadUserInputError('The argument "if" of @skip or @include must not be null.'),
  },
];

/** The error with a code, where the client caused it. Undefined for any other error. */
export function toClientFault(error: unknown): ClientError | undefined {
  if (!(error instanceof Error)) return undefined;
  return clientFaults.find(({ message }) => message.test(error.message))?.toError();
}
