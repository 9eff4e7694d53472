import type { RequestError } from "../errors.js";
import type { ExecutorRequest } from "../executable-graph.js";

/** What is known of a request when its answer leaves. */
export interface AnsweredRequest<Context> {
  readonly requestId: string;
  /** Undefined: it was refused before anything was known of it. */
  readonly context: Context | undefined;
  /** Undefined: it named no operation that is valid. */
  readonly operation: ObservedOperation | undefined;
  /** Whether its document was parsed and validated before it came. */
  readonly wasKnown: boolean;
  /** The HTTP status. */
  readonly status: number;
  /** The codes of the errors in the answer, one for each. */
  readonly errorCodes: readonly string[];
  readonly hasData: boolean;
  /** The client left before it had its answer. */
  readonly wasAbandoned: boolean;
  readonly durationMs: number;
}

export type ObservedOperation = Pick<ExecutorRequest, "document" | "operation">;

/** A request that was refused before GraphQL saw it. */
export const refusedRequest = (
  requestId: string,
  { status, code }: Pick<RequestError, "status" | "code">,
): AnsweredRequest<never> => ({
  requestId,
  context: undefined,
  operation: undefined,
  wasKnown: false,
  status,
  errorCodes: [code],
  hasData: false,
  wasAbandoned: false,
  durationMs: 0,
});

/** Is told of each request once. It does not throw. */
export type ObserveRequest<Context> = (request: AnsweredRequest<Context>) => void;
