import { ClientError } from "@an-sinh/server/errors";
import type { ExecutorRequest } from "@an-sinh/server/executable-graph";
import type { GatewayContext } from "../data-sources/subgraph-source.js";
import type { AuditedTypes } from "../execution/operation/audited-types.js";
import type { ReadRecorder } from "../execution/run/read-recorder.js";

/** Records operations that asked for audited types and were refused before they read anything. */
export class RefusedReads {
  readonly #recorder: ReadRecorder;
  readonly #types: AuditedTypes;

  constructor(recorder: ReadRecorder, types: AuditedTypes) {
    this.#recorder = recorder;
    this.#types = types;
  }

  /** The error with which the operation ends if not by its own: it cannot be recorded. */
  async record(
    { document, operation, request }: ExecutorRequest,
    error: ClientError,
    context: GatewayContext,
  ): Promise<ClientError | undefined> {
    const code = String(error.extensions["code"]);
    if (code === "ACCESS_LOG_UNAVAILABLE" || !operation) return undefined;
    if (!this.#types.areAskedBy(document, operation)) return undefined;
    try {
      await this.#recorder.refuse({ document, operationName: request.operationName }, code, context);
      return undefined;
    } catch (failure) {
      if (failure instanceof ClientError) return failure;
      throw failure;
    }
  }
}
