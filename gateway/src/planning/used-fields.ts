import type { DocumentNode } from "graphql";
import { mapFieldSet, parseFieldSet } from "./field-sets.js";
import {
  graphsOf,
  isComposedType,
  joinedFieldsOf,
  joinImplementsOf,
  joinTypesOf,
} from "./join-directives.js";
import { SubgraphFields } from "./subgraph-fields.js";

/**
 * The fields that a subgraph names in a key, a `@requires` or a `@provides`, or has because of an interface. Each is
 * a text: `GRAPH:Type.field`.
 */
export function usedFieldsOf(supergraph: DocumentNode): ReadonlySet<string> {
  return new Set([...fieldsInFieldSets(supergraph), ...fieldsOfInterfaces(supergraph)]);
}

function fieldsInFieldSets(supergraph: DocumentNode): readonly string[] {
  const types = new SubgraphFields(supergraph);
  const used: string[] = [];
  const useAll = (graph: string, typeName: string | undefined, fieldSet: string | undefined) => {
    if (typeName === undefined || fieldSet === undefined) return;
    mapFieldSet(parseFieldSet(fieldSet), { graph, typeName }, types, (field, owner) => {
      used.push(`${graph}:${owner}.${field.name.value}`);
      return field;
    });
  };
  for (const type of supergraph.definitions.filter(isComposedType)) {
    for (const { graph, key } of joinTypesOf(type)) useAll(graph, type.name.value, key);
  }
  for (const { graph, typeName, field, requires, provides } of joinedFieldsOf(supergraph)) {
    if (graph === undefined) continue;
    useAll(graph, typeName, requires);
    useAll(graph, types.typeNameOf({ graph, typeName, fieldName: field.name.value }), provides);
  }
  return used;
}

function fieldsOfInterfaces(supergraph: DocumentNode): readonly string[] {
  const types = supergraph.definitions.filter(isComposedType);
  return types.flatMap((type) =>
    joinImplementsOf(type).flatMap(({ graph, interface: interfaceName }) => {
      const implemented = types.find(({ name }) => name.value === interfaceName);
      const fields = implemented?.fields?.filter((field) => graphsOf(field, implemented).includes(graph));
      return fields?.map((field) => `${graph}:${type.name.value}.${field.name.value}`) ?? [];
    }),
  );
}
