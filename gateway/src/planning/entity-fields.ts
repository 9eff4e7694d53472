import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** Calls `visitField` with each field that a fetch selects of its entities, but not with `__typename`. */
export function forEachEntityField(
  fetch: DocumentNode,
  visitField: (typeName: string, fieldName: string) => void,
): void {
  keepEntityFields(fetch, (typeName, fieldName) => {
    visitField(typeName, fieldName);
    return true;
  });
}

/** The fetch with `__typename` and some of the fields of its entities, and the variables that these use. */
export function keepEntityFields(
  fetch: DocumentNode,
  isKept: (typeName: string, fieldName: string) => boolean,
): DocumentNode {
  const keepIn = (set: SelectionSetNode, typeName: string): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((selection) => keep(selection, typeName)),
  });
  const keep = (selection: SelectionNode, typeName: string): readonly SelectionNode[] => {
    if (selection.kind === Kind.FIELD) {
      const { value: name } = selection.name;
      return name === "__typename" || isKept(typeName, name) ? [selection] : [];
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
    const selectionSet = keepIn(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
    return selectionSet.selections.length > 0 ? [{ ...selection, selectionSet }] : [];
  };
  const withEntities = visit(fetch, {
    Field: (field): FieldNode | undefined =>
      field.name.value === "_entities" && field.selectionSet
        ? { ...field, selectionSet: keepIn(field.selectionSet, "_Entity") }
        : undefined,
  });
  return withoutUnusedVariables(withEntities);
}

export function variablesOf(fetch: DocumentNode): ReadonlySet<string> {
  const used = new Set<string>();
  visit(fetch, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return used;
}

function withoutUnusedVariables(fetch: DocumentNode): DocumentNode {
  const used = variablesOf(fetch);
  return visit(fetch, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
}
