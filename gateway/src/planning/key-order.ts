import { Kind, type ConstDirectiveNode, type DocumentNode } from "graphql";
import { isComposedType } from "./join-directives.js";

/**
 * Puts the keys of a type that have `resolvable: false` after its other keys.
 *
 * A plan may come back to a subgraph with the fields that a `@requires` there needs. For that, the query planner of
 * Apollo Gateway 2.14.4 takes the first key of the type, even one that the subgraph does not resolve.
 * Test: gateway/test/federation/requires-and-keys.case.ts.
 */
export function withResolvableKeysFirst(supergraph: DocumentNode): DocumentNode {
  const definitions = supergraph.definitions.map((definition) =>
    isComposedType(definition) && definition.directives?.some(isUnresolvableKey)
      ? { ...definition, directives: reordered(definition.directives) }
      : definition,
  );
  return { ...supergraph, definitions };
}

function reordered(directives: readonly ConstDirectiveNode[]): readonly ConstDirectiveNode[] {
  const position = (directive: ConstDirectiveNode) => Number(isUnresolvableKey(directive));
  return directives.toSorted((left, right) => position(left) - position(right));
}

function isUnresolvableKey({ name, arguments: given = [] }: ConstDirectiveNode): boolean {
  if (name.value !== "join__type") return false;
  const resolvable = given.find((argument) => argument.name.value === "resolvable")?.value;
  return resolvable?.kind === Kind.BOOLEAN && !resolvable.value;
}
