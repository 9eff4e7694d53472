import type { IdentifiedContext } from "./apollo-plugins.js";
import type { ExecutorRequest } from "./executable-graph.js";

/** An operation that is expected soon. */
export interface WarmUp {
  readonly query: string;
  readonly operationName: string | undefined;
  /**
   * Makes what its execution needs. Called only where the operation is valid. It calls `pause` between two steps that take
   * long, so that requests are answered there.
   */
  prepare(asked: ExecutorRequest, pause: () => Promise<void>): void | Promise<void>;
}

/** The context of an operation that is parsed, checked and prepared, and not executed. */
export class WarmUpContext implements IdentifiedContext {
  readonly requestId = "warm-up";

  constructor(readonly prepare: (asked: ExecutorRequest) => void | Promise<void>) {}
}
