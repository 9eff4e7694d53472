import type { ErrorCode } from "@an-sinh/server/errors";

export type FetchFailureCode = Extract<
  ErrorCode,
  "SUBGRAPH_UNAVAILABLE" | "SUBGRAPH_TIMEOUT" | "SUBGRAPH_ERROR"
>;

/** What clients are told of a subgraph: its name, never its address. Undefined: none is known. */
export const tellOf = (subgraph: string | undefined, what: string): string =>
  subgraph === undefined ? `A subgraph ${what}.` : `The subgraph "${subgraph}" ${what}.`;

/** Thrown where a fetch has no usable response. A client is told its code and its message. */
export class FetchFailedError extends Error {
  constructor(
    readonly code: FetchFailureCode,
    message: string,
  ) {
    super(message);
    this.name = "FetchFailedError";
  }
}

/** Why a fetch has no usable response. */
export type FetchFailure = Pick<FetchFailedError, "code" | "message">;
