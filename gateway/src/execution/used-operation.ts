import type { Conditions } from "./operation/settled-operation.js";

/** An operation as it was used: enough to plan it before it is used again, and nothing about who asked. */
export interface UsedOperation {
  /** The text of the document. */
  readonly source: string;
  readonly operationName: string | undefined;
  readonly conditions: Conditions;
  /** Of the caller who used it first. What the caller may see is planned by this. */
  readonly isSignedIn: boolean;
  readonly scopes: readonly string[];
  readonly uses: number;
}
