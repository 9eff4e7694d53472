import { Kind, parse, type FieldDefinitionNode, type TypeNode } from "graphql";

interface FieldType {
  /** How many lists are around the values: 2 for `[[Int]]`. */
  readonly listDepth: number;
  readonly typeName: string;
}

/** The type of each field of each object type and interface. */
export type FieldTypes = ReadonlyMap<string, ReadonlyMap<string, FieldType>>;

export function fieldTypesOf(supergraphSdl: string): FieldTypes {
  const types = new Map<string, ReadonlyMap<string, FieldType>>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION
    ) {
      types.set(definition.name.value, new Map(definition.fields?.map(toEntry)));
    }
  }
  return types;
}

/** The names that the supergraph gives its root types. */
export function rootTypesOf(supergraphSdl: string): ReadonlyMap<string, string> {
  const roots = new Map([
    ["query", "Query"],
    ["mutation", "Mutation"],
  ]);
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION) continue;
    for (const { operation, type } of definition.operationTypes) roots.set(operation, type.name.value);
  }
  return roots;
}

function toEntry({ name, type }: FieldDefinitionNode): [string, FieldType] {
  return [name.value, toFieldType(type)];
}

function toFieldType(type: TypeNode): FieldType {
  if (type.kind === Kind.NAMED_TYPE) return { listDepth: 0, typeName: type.name.value };
  const inner = toFieldType(type.type);
  return type.kind === Kind.LIST_TYPE ? { ...inner, listDepth: inner.listDepth + 1 } : inner;
}
