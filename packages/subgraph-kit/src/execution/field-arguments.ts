import { BREAK, getArgumentValues, visit, type FieldNode, type GraphQLField } from "graphql";
import type { FieldStep, Variables } from "./program.js";

type Values = Readonly<Record<string, unknown>>;

/**
 * The arguments of a field. Those with no variable are read once, and are the same object for all requests: a resolver
 * that changes them throws.
 */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  normalize: (values: Values) => Values = (values) => values,
): FieldStep["argumentsFor"] {
  const read = (variables: Variables) => normalize(getArgumentValues(field, node, variables));
  if (hasVariables(node)) return read;
  let known: Values | undefined;
  return (variables) => (known ??= frozen(read(variables)));
}

/** The value, which cannot be changed any more, nor can the lists and objects in it. */
function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

function hasVariables({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  const Variable = () => {
    found = true;
    return BREAK;
  };
  for (const argument of given) visit(argument, { Variable });
  return found;
}
