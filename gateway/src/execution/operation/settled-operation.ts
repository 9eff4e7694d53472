import { BadUserInputError, ClientError } from "@an-sinh/server/errors";
import {
  getNamedType,
  isCompositeType,
  Kind,
  type DirectiveNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { everything, type Decision } from "../../authorization/authorization.js";
import type { CutField } from "../../authorization/unauthorized.js";
import type { AuditedType, AuditedTypes } from "./audited-types.js";
import { fieldDefinition, isIntrospection } from "./field-definition.js";
import type { Fragments } from "./fragments.js";
import { InternalNames, type NameRules } from "./internal-names.js";

/** A field of an operation after its conditions are settled. */
export interface SettledField {
  readonly kind: "field";
  /** The caller may not see it: it is not fetched, and its value is null. */
  readonly isCut: boolean;
  /** The name that the client gave it. */
  readonly responseName: string;
  /** The name that plans and subgraphs use for it. Empty: it is cut. Two fields of one object share it only if they mean the same. */
  readonly name: string;
  readonly node: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
  /** Empty for a leaf, for a field that is cut, and where the conditions leave nothing. */
  readonly selections: readonly SettledSelection[];
}

export interface SettledFragment {
  readonly kind: "fragment";
  /** Undefined: the fragment has no type condition. */
  readonly typeCondition: GraphQLCompositeType | undefined;
  readonly selections: readonly SettledSelection[];
  /** The client did not select it: it names the objects of this type for the access log, and is not answered. */
  readonly audited?: AuditedType;
}

export type SettledSelection = SettledField | SettledFragment;

/** An operation without named fragments, `@skip` and `@include`. */
export interface SettledOperation {
  readonly node: OperationDefinitionNode;
  readonly rootType: GraphQLCompositeType;
  readonly selections: readonly SettledSelection[];
  /** What the caller may not see. */
  readonly cuts: readonly CutField[];
  /** How many selections were settled. A fragment counts wherever it is spread. */
  readonly size: number;
}

/** The values of the variables in `@skip` and `@include`. */
export type Conditions = ReadonlyMap<string, boolean>;

type ClientNames = readonly string[];

/** What is the same for all operations. */
export interface SettlingRules {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly names: NameRules;
  /** Undefined: what operations read is not recorded. */
  readonly audited: AuditedTypes | undefined;
}

interface Settling {
  readonly schema: GraphQLSchema;
  readonly audited: AuditedTypes | undefined;
  readonly fragments: Fragments;
  readonly conditions: Conditions;
  readonly decision: Decision;
  readonly cuts: CutField[];
  readonly names: InternalNames;
  /** The type whose fields change something. Undefined: nothing is changed. */
  readonly mutationType: GraphQLCompositeType | undefined;
  /** How many selections may still be expanded. */
  budget: number;
}

/** Fragments are expanded wherever they are spread, so a short document may select endlessly much. */
const maxSelections = 50_000;

/** Settles the conditions of an operation, and cuts what the caller may not see. Throws `QUERY_TOO_COMPLEX` where its fragments expand to too much. */
export function settleOperation(
  { schema, names, audited }: SettlingRules,
  node: OperationDefinitionNode,
  fragments: Fragments,
  conditions: Conditions,
  decision: Decision,
): SettledOperation {
  const rootType = schema.getRootType(node.operation);
  if (!rootType) throw new Error(`Expected a root type for a ${node.operation}`);
  const settling: Settling = {
    schema,
    audited,
    fragments,
    conditions,
    decision,
    cuts: [],
    names: new InternalNames(names),
    mutationType: node.operation === "mutation" ? rootType : undefined,
    budget: maxSelections,
  };
  const selections = settleSet(settling, node.selectionSet, rootType, []);
  return { node, rootType, selections, cuts: settling.cuts, size: maxSelections - settling.budget };
}

function settleSet(
  settling: Settling,
  selectionSet: SelectionSetNode,
  parentType: GraphQLCompositeType,
  path: ClientNames,
): readonly SettledSelection[] {
  const settled: SettledSelection[] = [];
  for (const selection of selectionSet.selections) {
    settling.budget -= 1;
    if (settling.budget < 0)
      throw new ClientError("QUERY_TOO_COMPLEX", "The query selects too much to be planned.");
    if (isIncluded(selection, settling.conditions))
      settled.push(settle(settling, selection, parentType, path));
  }
  return settled;
}

function settle(
  settling: Settling,
  selection: SelectionNode,
  parentType: GraphQLCompositeType,
  path: ClientNames,
): SettledSelection {
  if (selection.kind === Kind.FIELD) return settleField(settling, selection, parentType, path);
  const fragment =
    selection.kind === Kind.INLINE_FRAGMENT ? selection : settling.fragments.get(selection.name.value);
  if (!fragment) throw new Error("Expected a validated document to define its fragments");
  const condition = fragment.typeCondition && settling.schema.getType(fragment.typeCondition.name.value);
  const typeCondition = isCompositeType(condition) ? condition : undefined;
  return {
    kind: "fragment",
    typeCondition,
    selections: settleSet(settling, fragment.selectionSet, typeCondition ?? parentType, path),
  };
}

function settleField(
  settling: Settling,
  field: FieldNode,
  parentType: GraphQLCompositeType,
  parentPath: ClientNames,
): SettledField {
  const definition = fieldDefinition(settling.schema, parentType, field.name.value);
  const responseName = field.alias?.value ?? field.name.value;
  const path = [...parentPath, responseName];
  if (!settling.decision.allows(parentType.name, field.name.value)) {
    settling.cuts.push({ path, typeName: parentType.name, fieldName: field.name.value });
    return { kind: "field", isCut: true, responseName, name: "", node: field, definition, selections: [] };
  }
  const node = {
    ...field,
    directives: field.directives?.filter((directive) => !isCondition(directive)) ?? [],
  };
  const isRepeated = parentType === settling.mutationType;
  const name = settling.names.nameFor(node, definition.type, responseName, isRepeated);
  const type = getNamedType(definition.type);
  const selections =
    field.selectionSet && isCompositeType(type) && !isIntrospection(definition)
      ? [...settleSet(settling, field.selectionSet, type, path), ...auditedSelections(settling, type)]
      : [];
  return { kind: "field", isCut: false, responseName, name, node, definition, selections };
}

/** What names the audited objects in a place of this type. The caller does not see it, so nothing of it is cut. */
function auditedSelections(settling: Settling, type: GraphQLCompositeType): readonly SettledFragment[] {
  const found = settling.audited?.of(type) ?? [];
  return found.map((audited) => {
    const typeCondition = settling.schema.getType(audited.name);
    if (!isCompositeType(typeCondition)) throw new Error(`Expected a type ${audited.name}`);
    const hidden = { ...settling, decision: everything };
    const selections = settleSet(hidden, audited.selectionSet, typeCondition, []);
    settling.budget = hidden.budget;
    return { kind: "fragment", typeCondition, selections, audited };
  });
}

/** Whether `@skip` and `@include` let a selection be. Throws BAD_USER_INPUT where a condition is null. */
export function isIncluded({ directives }: SelectionNode, conditions: Conditions): boolean {
  return (
    !directives?.length || directives.filter(isCondition).every((directive) => allows(directive, conditions))
  );
}

function allows(directive: DirectiveNode, conditions: Conditions): boolean {
  const value = directive.arguments?.find((argument) => argument.name.value === "if")?.value;
  const met =
    value?.kind === Kind.VARIABLE
      ? conditions.get(value.name.value)
      : value?.kind === Kind.BOOLEAN
        ? value.value
        : undefined;
  if (met === undefined)
    throw new BadUserInputError('The argument "if" of @skip or @include must not be null.');
  return met === (directive.name.value === "include");
}

export function isCondition({ name }: DirectiveNode): boolean {
  return name.value === "skip" || name.value === "include";
}
