import {
  getVariableValues,
  Kind,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
  type VariableDefinitionNode,
} from "graphql";
import type { Variables } from "./program.js";

/** The values of an operation's variables, as its definitions coerce them. */
export function readVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables,
): ReturnType<typeof getVariableValues> {
  if (!variableDefinitions.every((definition) => areRepresentations(definition, given)))
    return getVariableValues(schema, variableDefinitions, given, { maxErrors: 50 });
  return {
    coerced: Object.fromEntries(
      variableDefinitions.map(({ variable: { name } }) => [name.value, given[name.value]]),
    ),
  };
}

/** Whether the variable holds representations. They are as they were given: `_Any` changes no value. */
function areRepresentations({ type, variable }: VariableDefinitionNode, given: Variables): boolean {
  const values = given[variable.name.value];
  return (
    isRepresentations(type) &&
    Array.isArray(values) &&
    values.every((value) => value !== null && value !== undefined)
  );
}

/** Whether the type is `[_Any!]!`. */
function isRepresentations(type: TypeNode): boolean {
  const list = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  const item = list.kind === Kind.LIST_TYPE && list.type.kind === Kind.NON_NULL_TYPE ? list.type.type : null;
  return list !== type && item?.kind === Kind.NAMED_TYPE && item.name.value === "_Any";
}
