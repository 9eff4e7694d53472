import type { GraphQLSchema } from "graphql";
import type { FieldStep, Program, Variables } from "./program.js";

interface InfoSource {
  readonly schema: GraphQLSchema;
  readonly variables: Variables;
}

/** What graphql-js tells resolvers. All objects of a level are resolved together, so there is no path. */
export const resolveInfo = (
  { field, nodes, type, key }: FieldStep,
  { operation }: Program,
  { schema, variables }: InfoSource,
): object => ({
  fieldName: field.name,
  fieldNodes: nodes,
  returnType: field.type,
  parentType: type,
  schema,
  operation,
  variableValues: variables,
  get path(): never {
    throw new Error(`Expected the resolver of ${key} not to need its path.`);
  },
});
