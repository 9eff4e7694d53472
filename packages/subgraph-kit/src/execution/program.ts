import type { FieldNode, GraphQLField, GraphQLObjectType, OperationDefinitionNode } from "graphql";
import type { Serialize } from "./leaf.js";

/** What becomes of the value of a field or of an item of a list. */
export type Completion = { readonly isNonNull: boolean } & (
  | { readonly kind: "leaf"; readonly serialize: Serialize }
  | { readonly kind: "list"; readonly item: Completion }
  | { readonly kind: "object"; readonly selection: Selection }
  /** An item of `_entities`: a value together with its type, which may be null. */
  | { readonly kind: "entity"; readonly completionOf: (type: GraphQLObjectType) => Completion }
);

/** The values of the operation's variables, as its definitions coerce them. */
export type Variables = Readonly<Record<string, unknown>>;

export type Resolve = (source: unknown, args: unknown, context: unknown, info: unknown) => unknown;

/** A field of a selection. */
export interface FieldStep {
  /** Its key in the response. */
  readonly key: string;
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly completion: Completion;
  /** Undefined: the value is a property of the source, or what a method of the source returns. */
  readonly resolve: Resolve | undefined;
  /** The same for all sources. Throws where a variable holds no value of the argument. */
  readonly argumentsFor: (variables: Variables) => unknown;
}

/** What is selected of an object. */
export interface Selection {
  /** Makes the object of the response from what it is read from. `left` gets the steps of columns that it left out. */
  readonly make: (source: unknown, left: FieldStep[]) => Record<string, unknown>;
  /** The fields that are not put in when the object is made. */
  readonly steps: readonly FieldStep[];
}

/** What is to be done for an operation, found out once for all its requests. */
export interface Program {
  readonly operation: OperationDefinitionNode;
  readonly selection: Selection;
}
