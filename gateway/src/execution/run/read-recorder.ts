import type { DocumentNode } from "graphql";
import type { GatewayContext } from "../../data-sources/subgraph-source.js";
import type { AuditedIds } from "./audited-ids.js";

/** An operation that asks for audited types. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
}

/** An operation that reads audited types. */
export interface AuditedOperation extends AskedOperation {
  /** The scopes that the types demand which it reads. */
  readonly scopes: ReadonlySet<string>;
}

/**
 * What becomes of what was read: all of it is answered, some of it with errors, the data of the answer is null, or the
 * answer was too large to leave.
 */
export type ReadOutcome = "answered" | "partial" | "failed" | "too large";

export interface AuditedRead {
  /** All that the subgraphs sent, whether the answer shows it or not. */
  readonly ids: AuditedIds;
  readonly outcome: ReadOutcome;
}

/** Learns of each operation that reads audited types, or asks for them in vain. Others cost nothing. */
export interface ReadRecorder {
  /** Called before a subgraph is asked. Throws `ClientError` where the operation must not run. */
  admit(operation: AuditedOperation, context: GatewayContext): void;
  /** The answer leaves when this resolves. Rejects with `ClientError` where the answer must not leave. */
  record(operation: AuditedOperation, read: AuditedRead, context: GatewayContext): Promise<void>;
  /** The operation read nothing of audited types, because it was not allowed to. Resolves and rejects like `record`. */
  refuse(operation: AskedOperation, code: string, context: GatewayContext): Promise<void>;
}
