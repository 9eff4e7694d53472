import {
  coerceInputValue,
  getVariableValues,
  GraphQLError,
  isInputType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from "graphql";

type Values = Readonly<Record<string, unknown>>;

/**
 * The first value of a request's variables that their types do not have. A number may be an object that keeps all its
 * digits: see `parseJson`. Where the types refuse it, the nearest JavaScript number counts. The message does not repeat
 * the value, as that of graphql-js does: it may be about a person.
 */
export function variableError(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  values: Values,
): GraphQLError | undefined {
  if (variableDefinitions.length === 0) return undefined;
  const check = (given: Values) =>
    getVariableValues(schema, variableDefinitions, given, { maxErrors: 1 }).errors?.[0];
  if (!check(values)) return undefined;
  const nearest = withNearestNumbers(values);
  const error = check(nearest);
  const definition = variableDefinitions.find((node) => node === error?.nodes?.[0]);
  return error && definition ? withoutValue(error, schema, definition, nearest) : error;
}

function withoutValue(
  error: GraphQLError,
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  values: Values,
): GraphQLError {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type);
  const value = values[name];
  if (!isInputType(type) || value === undefined || value === null) return error;
  const { place, reason } = firstFault(value, type);
  const where = place === "" ? "" : ` at "${name}${place}"`;
  return new GraphQLError(`Variable "$${name}" got an invalid value${where}${reason}`, {
    nodes: [definition],
  });
}

interface Fault {
  readonly place: string;
  readonly reason: string;
}

/** Where and why a value is not of a type. It ends at the first fault: a list may have 200,000. */
function firstFault(value: unknown, type: GraphQLInputType): Fault {
  let fault: Fault | undefined;
  try {
    coerceInputValue(value, type, (path, _, error) => {
      const place = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
      fault = { place, reason: `; ${reasonOf(error.message)}` };
      throw error;
    });
  } catch (error) {
    if (!fault) throw error;
  }
  return fault ?? { place: "", reason: "." };
}

/** What graphql-js 16.15.0 says of a value, without the value: packages/server/test/variable-error.test.ts. */
const reasonOf = (message: string): string =>
  message
    .replace(/^(\w+|Enum "\w+") (cannot represent [^:]*): .*/s, "$1 $2.")
    .replace(/^Value .* does not exist in ("\w+" enum)\..*/s, "The value does not exist in the $1.");

function withNearestNumbers(values: Values): Values {
  try {
    return JSON.parse(JSON.stringify(values)) as Values;
  } catch {
    // They are nested too deeply to be written.
    return values;
  }
}
