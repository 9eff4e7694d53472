import { Kind, parse, print, visit, type DirectiveNode } from "graphql";

/**
 * Puts the keys of a type that its subgraph resolves before those that it does not. Where a plan comes back to a
 * subgraph with required fields, the query planner takes the first key it finds, also one with
 * `resolvable: false`.
 */
export function withResolvableKeysFirst(supergraphSdl: string): string {
  const document = parse(supergraphSdl, { noLocation: true });
  const reorder = (node: { readonly directives?: readonly DirectiveNode[] }) => {
    const { directives = [] } = node;
    return directives.some(isUnresolvableKey) ? { ...node, directives: reordered(directives) } : undefined;
  };
  const ordered = visit(document, { ObjectTypeDefinition: reorder, InterfaceTypeDefinition: reorder });
  return ordered === document ? supergraphSdl : print(ordered);
}

function reordered(directives: readonly DirectiveNode[]): readonly DirectiveNode[] {
  const isLate = (directive: DirectiveNode) => Number(isUnresolvableKey(directive));
  return directives.toSorted((left, right) => isLate(left) - isLate(right));
}

function isUnresolvableKey({ name, arguments: given = [] }: DirectiveNode): boolean {
  if (name.value !== "join__type") return false;
  const resolvable = given.find((argument) => argument.name.value === "resolvable")?.value;
  return resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
}
