import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { SubgraphFields } from "./subgraph-fields.js";

/** Parses the text of a field set, such as `id owner { id }`. The braces around it are optional. */
export function parseFieldSet(text: string): SelectionSetNode {
  const [operation] = parse(text.trim().startsWith("{") ? text : `{ ${text} }`, {
    noLocation: true,
  }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION)
    throw new Error(`Expected a field set, but got: ${text}`);
  return operation.selectionSet;
}

export function printFieldSet(fieldSet: SelectionSetNode): string {
  return stripIgnoredCharacters(print(fieldSet));
}

/** Where a field set stands: its subgraph, as `join__Graph` names it, and the type whose fields it selects. */
export interface FieldSetPlace {
  readonly graph: string;
  readonly typeName: string;
}

/** Maps each field of a field set, the inner ones first. The mapping gets the type that the field is selected on. */
export function mapFieldSet(
  fieldSet: SelectionSetNode,
  { graph, typeName }: FieldSetPlace,
  fields: SubgraphFields,
  map: (field: FieldNode, typeName: string) => FieldNode,
): SelectionSetNode {
  const mapSet = (set: SelectionSetNode, parent: string): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((selection) => mapSelection(selection, parent)),
  });
  const mapSelection = (selection: SelectionNode, parent: string): SelectionNode => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const inner = selection.typeCondition?.name.value ?? parent;
      return { ...selection, selectionSet: mapSet(selection.selectionSet, inner) };
    }
    const inner = fields.typeNameOf({ graph, typeName: parent, fieldName: selection.name.value });
    if (!selection.selectionSet || inner === undefined) return map(selection, parent);
    return map({ ...selection, selectionSet: mapSet(selection.selectionSet, inner) }, parent);
  };
  return mapSet(fieldSet, typeName);
}
