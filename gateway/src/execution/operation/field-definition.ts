import {
  isInterfaceType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";

/** The definition of a field, also of `__typename`, `__schema` and `__type`. */
export function fieldDefinition(
  schema: GraphQLSchema,
  parentType: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parentType === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  const definition =
    isObjectType(parentType) || isInterfaceType(parentType) ? parentType.getFields()[name] : undefined;
  if (!definition) throw new Error(`Expected a validated document, but got: ${parentType.name}.${name}`);
  return definition;
}

/** Whether the field is answered from the schema: `__schema` or `__type`. */
export function isIntrospection(definition: GraphQLField<unknown, unknown>): boolean {
  return definition === SchemaMetaFieldDef || definition === TypeMetaFieldDef;
}

export function isTypeName(definition: GraphQLField<unknown, unknown>): boolean {
  return definition === TypeNameMetaFieldDef;
}
