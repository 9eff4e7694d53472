import type { DocumentNode } from "graphql";
import type { GatewayContext } from "../../data-sources/subgraph-source.js";
import type { AuditedIds } from "./audited-ids.js";

/** An operation that reads audited types. */
export interface AuditedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** The scopes that the types demand which it reads. */
  readonly scopes: ReadonlySet<string>;
}

/** What becomes of the operation: all of it is answered, some of it with errors, or its data is null. */
export type ReadOutcome = "answered" | "partial" | "failed";

export interface AuditedRead {
  /** All that the subgraphs sent, whether the answer shows it or not. */
  readonly ids: AuditedIds;
  readonly outcome: ReadOutcome;
}

/** Learns of each operation that reads audited types. Others cost nothing. */
export interface ReadRecorder {
  /** Called before a subgraph is asked. Throws `ClientError` where the operation must not run. */
  admit(operation: AuditedOperation, context: GatewayContext): void;
  /** The answer leaves when this resolves. Rejects with `ClientError` where the answer must not leave. */
  record(operation: AuditedOperation, read: AuditedRead, context: GatewayContext): Promise<void>;
}
