import {
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type OperationDefinitionNode,
} from "graphql";
import type { Term, Variables } from "./term.js";

/** The default values of an operation's variables. */
export type VariableDefaults = ReadonlyMap<string, unknown>;

export function variableDefaults({ variableDefinitions = [] }: OperationDefinitionNode): VariableDefaults {
  return new Map(
    variableDefinitions.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue && valueFromASTUntyped(defaultValue),
    ]),
  );
}

/** A function of the variables that gives the value of an argument, or the value where it depends on none. */
export type ArgumentValue =
  { readonly constant: unknown } | { readonly read: (variables: Variables) => unknown };

/** The value of an argument by the rules of GraphQL: a variable that is not given leaves the default. */
export function argumentValue(
  field: FieldNode,
  definition: GraphQLField<unknown, unknown>,
  name: string,
  defaults: VariableDefaults,
): ArgumentValue {
  const node = field.arguments?.find((argument) => argument.name.value === name)?.value;
  const byDefault: unknown = definition.args.find((argument) => argument.name === name)?.defaultValue;
  if (node === undefined) return { constant: byDefault };
  if (node.kind !== Kind.VARIABLE) return { constant: valueFromASTUntyped(node) };
  const variable = node.name.value;
  const fallback = defaults.get(variable) ?? byDefault;
  return { read: (variables) => valueIn(variables, variable) ?? givenNull(variables, variable, fallback) };
}

/** A null that is given counts as null, not as the default. */
const givenNull = (variables: Variables, name: string, fallback: unknown): unknown =>
  valueIn(variables, name) === null ? null : fallback;

export const valueIn = (variables: Variables, name: string): unknown =>
  Object.hasOwn(variables, name) ? variables[name] : undefined;

export function toTerm(value: ArgumentValue, convert: (value: unknown) => number): Term {
  if ("constant" in value) return convert(value.constant);
  return (variables) => convert(value.read(variables));
}
