import { Kind, type SelectionSetNode } from "graphql";

/** The names of the fields that are selected, but `__typename`. */
export function selectedNames(
  { selections }: SelectionSetNode,
  applies: (typeCondition: string) => boolean = () => true,
): readonly string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      return condition === undefined || applies(condition)
        ? selectedNames(selection.selectionSet, applies)
        : [];
    }
    if (selection.kind !== Kind.FIELD || selection.name.value === "__typename") return [];
    return [selection.alias?.value ?? selection.name.value];
  });
}
