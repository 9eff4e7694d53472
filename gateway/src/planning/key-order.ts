import { Kind, parse, print, visit, type DirectiveNode } from "graphql";

/**
 * Puts the keys of a type that have `resolvable: false` after its other keys.
 *
 * A plan may come back to a subgraph with the fields that a `@requires` there needs. For that, the query planner of
 * Apollo Gateway 2.14.4 takes the first key of the type, even one that the subgraph does not resolve.
 * Test: gateway/test/federation/requires-and-keys.case.ts.
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
  const position = (directive: DirectiveNode) => Number(isUnresolvableKey(directive));
  return directives.toSorted((left, right) => position(left) - position(right));
}

function isUnresolvableKey({ name, arguments: given = [] }: DirectiveNode): boolean {
  if (name.value !== "join__type") return false;
  const resolvable = given.find((argument) => argument.name.value === "resolvable")?.value;
  return resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
}
