import {
  isCompositeType,
  getNamedType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { isIntrospection, isTypeName } from "./field-definition.js";
import type { SettledField, SettledOperation, SettledSelection } from "./settled-operation.js";

const typeName: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** The document that is planned: the settled operation with internal names, without what the schema answers and what is cut. */
export function toPlannerDocument({ node, selections }: SettledOperation): DocumentNode {
  const planned = selections.flatMap(toNodes);
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: planned } }],
  };
}

/** Whether a subgraph has to be asked. */
export function needsPlan(selections: readonly SettledSelection[]): boolean {
  return selections.some((selection) =>
    selection.kind === "field"
      ? !selection.isCut && !isTypeName(selection.definition) && !isIntrospection(selection.definition)
      : needsPlan(selection.selections),
  );
}

function toNodes(selection: SettledSelection): readonly SelectionNode[] {
  if (selection.kind === "field")
    return selection.isCut || isIntrospection(selection.definition) ? [] : [toFieldNode(selection)];
  const { typeCondition, selections } = selection;
  const nodes = selections.flatMap(toNodes);
  if (nodes.length === 0) return [];
  return [
    {
      kind: Kind.INLINE_FRAGMENT,
      ...(typeCondition
        ? { typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeCondition.name } } }
        : {}),
      selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
    },
  ];
}

function toFieldNode({ node, name, definition, selections }: SettledField): FieldNode {
  const { alias: _clientAlias, selectionSet: _selectionSet, ...field } = node;
  return {
    ...field,
    ...(name === node.name.value ? {} : { alias: { kind: Kind.NAME, value: name } }),
    ...(isCompositeType(getNamedType(definition.type)) ? { selectionSet: toSelectionSet(selections) } : {}),
  };
}

/** Where the conditions and the caller's rights leave nothing of an object, it still has to be known whether there is one. */
function toSelectionSet(selections: readonly SettledSelection[]): SelectionSetNode {
  const nodes = selections.flatMap(toNodes);
  return { kind: Kind.SELECTION_SET, selections: nodes.length > 0 ? nodes : [typeName] };
}
