import {
  getNamedType,
  isCompositeType,
  Kind,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { Fragments } from "../execution/operation/fragments.js";
import { fieldDefinition } from "../execution/operation/field-definition.js";
import { manyNodes, nodeInterface, oneNode } from "./node-types.js";

/** Whether a field is `node` or `nodes`. Only `Query` has fields that are. */
export const isNodeField = (schema: GraphQLSchema, parent: GraphQLCompositeType, name: string): boolean =>
  (name === oneNode || name === manyNodes) && parent === schema.getQueryType();

/** Whether an operation has `node`, `nodes` or a fragment on their interface, anywhere. Each fragment is read once. */
export function usesNodes(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): boolean {
  const seen = new Set<string>();
  const typeOf = (name: string | undefined, parent: GraphQLCompositeType) => {
    const type = name === undefined ? parent : schema.getType(name);
    return isCompositeType(type) ? type : parent;
  };
  const isUsedIn = ({ selections }: SelectionSetNode, parent: GraphQLCompositeType): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.FIELD) {
        const { name, selectionSet } = selection;
        if (isNodeField(schema, parent, name.value)) return true;
        const type = selectionSet && getNamedType(fieldDefinition(schema, parent, name.value).type);
        return isCompositeType(type) && selectionSet !== undefined && isUsedIn(selectionSet, type);
      }
      const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
      if (isSpread && seen.has(selection.name.value)) return false;
      if (isSpread) seen.add(selection.name.value);
      const fragment = isSpread ? fragments.get(selection.name.value) : selection;
      if (!fragment) return false;
      const condition = fragment.typeCondition?.name.value;
      return condition === nodeInterface || isUsedIn(fragment.selectionSet, typeOf(condition, parent));
    });
  const root = schema.getRootType(operation.operation);
  return root ? isUsedIn(operation.selectionSet, root) : false;
}
