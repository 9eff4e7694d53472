import { Kind, type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode } from "graphql";
import { mapFieldSet, parseFieldSet, printFieldSet } from "./field-sets.js";
import { withInaccessible } from "./inaccessible.js";
import { isJoinField, mapFields, readDirective, type JoinField } from "./join-directives.js";
import { SubgraphFields } from "./subgraph-fields.js";
import { withoutUnusedExternals, type ExternalField } from "./unused-externals.js";
import { VirtualFields, type VirtualField } from "./virtual-fields.js";

/**
 * Gives each field that a `@requires` selects with arguments a virtual field without arguments, which the `@requires`
 * selects in its place. The API does not show virtual fields.
 *
 * The query planner of Apollo Gateway 2.14.4 fetches a required field under its own name, whatever its arguments are.
 * Two `@requires` that need one field with different arguments get the same value.
 * Test: gateway/test/federation/requires-arguments.case.ts.
 */
export function replaceRequiredArguments(original: DocumentNode): {
  readonly supergraph: DocumentNode;
  /** By virtual name. */
  readonly virtualFields: ReadonlyMap<string, VirtualField>;
} {
  const virtual = new VirtualFields(original);
  const renamed = renameRequiredFields(original, virtual);
  if (virtual.byName.size === 0) return { supergraph: original, virtualFields: virtual.byName };
  const { supergraph, inaccessible } = withInaccessible(renamed);
  const added = addVirtualFields(supergraph, virtual, inaccessible);
  const isVirtual = ({ typeName, fieldName }: ExternalField) =>
    virtual.byName.has(fieldName) || virtual.namesOf(typeName, fieldName).length > 0;
  return { supergraph: withoutUnusedExternals(added, isVirtual), virtualFields: virtual.byName };
}

function renameRequiredFields(supergraph: DocumentNode, virtual: VirtualFields): DocumentNode {
  const fields = new SubgraphFields(supergraph);
  const rename = (directive: ConstDirectiveNode, typeName: string): ConstDirectiveNode => {
    const { graph, requires } = isJoinField(directive) ? readDirective<JoinField>(directive) : {};
    if (graph === undefined || requires === undefined) return directive;
    const renamed = mapFieldSet(parseFieldSet(requires), { graph, typeName }, fields, (field, owner) =>
      field.arguments?.length ? virtual.replace(field, owner) : field,
    );
    return withRequires(directive, printFieldSet(renamed));
  };
  return mapFields(supergraph, (field, typeName) => [
    { ...field, directives: field.directives?.map((directive) => rename(directive, typeName)) ?? [] },
  ]);
}

function withRequires(directive: ConstDirectiveNode, requires: string): ConstDirectiveNode {
  const value = { kind: Kind.STRING as const, value: requires };
  const replaced = directive.arguments?.map((given) =>
    given.name.value === "requires" ? { ...given, value } : given,
  );
  return { ...directive, arguments: replaced ?? [] };
}

/** A virtual field has the type of the real one, and stands in the same subgraphs. */
function addVirtualFields(
  supergraph: DocumentNode,
  virtual: VirtualFields,
  inaccessible: ConstDirectiveNode,
): DocumentNode {
  return mapFields(supergraph, (field, typeName) => {
    const directives = [...(field.directives?.filter(isJoinField) ?? []), inaccessible];
    const toVirtual = (name: string): FieldDefinitionNode => ({
      kind: Kind.FIELD_DEFINITION,
      name: { kind: Kind.NAME, value: name },
      type: field.type,
      directives,
    });
    return [field, ...virtual.namesOf(typeName, field.name.value).map(toVirtual)];
  });
}
