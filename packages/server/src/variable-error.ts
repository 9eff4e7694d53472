import {
  getVariableValues,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";

type Values = Readonly<Record<string, unknown>>;

/**
 * The first value of a request's variables that their types do not have. A number may be an object that keeps all its
 * digits: see `parseJson`. Where the types refuse it, the nearest JavaScript number counts.
 */
export function variableError(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  values: Values,
): GraphQLError | undefined {
  if (variableDefinitions.length === 0) return undefined;
  const check = (given: Values) =>
    getVariableValues(schema, variableDefinitions, given, { maxErrors: 1 }).errors?.[0];
  return check(values) && check(withNearestNumbers(values));
}

function withNearestNumbers(values: Values): Values {
  try {
    return JSON.parse(JSON.stringify(values)) as Values;
  } catch {
    // They are nested too deeply to be written.
    return values;
  }
}
