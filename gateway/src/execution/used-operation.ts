import type { Source } from "graphql";
import type { Conditions } from "./operation/settled-operation.js";

/**
 * The types that each `node` or `nodes` of an operation asks for, sorted, by its name in the answer. Operations of which
 * this is equal have one plan.
 */
export type NodeSequence = readonly (readonly [key: string, isList: boolean, typeNames: readonly string[]])[];

/** An operation as it was used: enough to plan it before it is used again, and nothing about who asked. */
export interface UsedOperation {
  /** The text of the document. */
  readonly source: string;
  /** What it was parsed from. Undefined: nobody has used it. */
  readonly from?: Source;
  /** Undefined: it was executed as it is, or nobody has used it. */
  readonly nodes?: NodeSequence | undefined;
  readonly operationName: string | undefined;
  readonly conditions: Conditions;
  /** Of the caller who used it first. What the caller may see is planned by this. */
  readonly isSignedIn: boolean;
  readonly scopes: readonly string[];
  readonly uses: number;
}
