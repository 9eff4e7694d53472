import type { DocumentNode } from "graphql";
import { mapFieldSet, parseFieldSet } from "./field-sets.js";
import { isComposedType, joinedFieldsOf } from "./join-directives.js";
import { SubgraphFields } from "./subgraph-fields.js";

/** A field of a subgraph that requires something. */
export interface RequiringField {
  /** Its subgraph, as `join__Graph` names it. */
  readonly graph: string;
  readonly typeName: string;
  readonly fieldName: string;
  readonly requires: string;
  /** Whether a field of another subgraph requires it. */
  readonly isRequired: boolean;
}

export function requiringFields(supergraph: DocumentNode): readonly RequiringField[] {
  const required = requiredFields(supergraph);
  const interfaces = interfacesOf(supergraph);
  const isRequired = (typeName: string, fieldName: string) =>
    required.some(
      ([owner, name]) =>
        name === fieldName &&
        (owner === typeName ||
          interfaces.get(typeName)?.includes(owner) ||
          interfaces.get(owner)?.includes(typeName)),
    );
  return joinedFieldsOf(supergraph).flatMap(({ graph, typeName, field, requires }) => {
    if (graph === undefined || requires === undefined) return [];
    const fieldName = field.name.value;
    return [{ graph, typeName, fieldName, requires, isRequired: isRequired(typeName, fieldName) }];
  });
}

/** The types and names of all fields that some field requires. */
function requiredFields(supergraph: DocumentNode): readonly (readonly [string, string])[] {
  const fields = new SubgraphFields(supergraph);
  const required: (readonly [string, string])[] = [];
  for (const { graph, typeName, requires } of joinedFieldsOf(supergraph)) {
    if (graph === undefined || requires === undefined) continue;
    mapFieldSet(parseFieldSet(requires), { graph, typeName }, fields, (field, owner) => {
      required.push([owner, field.name.value]);
      return field;
    });
  }
  return required;
}

function interfacesOf(supergraph: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const types = supergraph.definitions.filter(isComposedType);
  return new Map(
    types.map(({ name, interfaces = [] }) => [
      name.value,
      interfaces.map((implemented) => implemented.name.value),
    ]),
  );
}
