import { ClientError } from "@an-sinh/server/errors";
import {
  GraphQLID,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  parse,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from "graphql";

type Check = (value: unknown) => boolean;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Returns what refuses a representation of an entity: it lacks each of the keys, or a field in it has a value that the
 * field's type does not have. Such a value would be taken for a key in SQL. The error does not repeat it.
 */
export function representationRefusal(
  type: GraphQLObjectType,
): (representation: unknown) => ClientError | null {
  const keys = keysOf(type);
  const misfitIn = misfitFinder(type);
  // A list may have 100,000 faults. An error costs its stack, so there is one for each kind of fault.
  const refusals = new Map<string, ClientError>();
  const refusal = (expected: string) => {
    const known = refusals.get(expected) ?? refusalOf(expected);
    refusals.set(expected, known);
    return known;
  };
  return (representation) => {
    if (!isFields(representation) || !keys.some((key) => hasKey(representation, key)))
      return refusal(`a representation of ${type.name} with its key`);
    const name = misfitIn(representation);
    return name === null ? null : refusal(`${type.name}.${name} to be what its type says`);
  };
}

const refusalOf = (expected: string) =>
  new ClientError("SUBGRAPH_ERROR", `Expected ${expected}, but the gateway sent something else.`);

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The selections of the entity's keys. */
function keysOf({ name, astNode, extensionASTNodes }: GraphQLObjectType): readonly SelectionSetNode[] {
  const nodes = [astNode, ...extensionASTNodes].flatMap((node) => node?.directives ?? []);
  const keys = nodes
    .filter((directive) => directive.name.value === "key")
    .flatMap(({ arguments: args = [] }) => args)
    .flatMap(({ name: argument, value }) =>
      argument.value === "fields" && value.kind === Kind.STRING ? selectionOf(value.value) : [],
    );
  if (keys.length === 0) throw new Error(`Expected an entity with a key, but got: ${name}.`);
  return keys;
}

function selectionOf(fields: string): SelectionSetNode[] {
  return parse(`{ ${fields} }`).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : [],
  );
}

/** Whether all fields of a key are there. */
const hasKey = (value: unknown, { selections }: SelectionSetNode): boolean =>
  isFields(value) &&
  selections.every((field) => {
    if (field.kind !== Kind.FIELD || !Object.hasOwn(value, field.name.value)) return false;
    const found = value[field.name.value];
    return (
      found !== null && found !== undefined && (!field.selectionSet || hasKey(found, field.selectionSet))
    );
  });

/**
 * Returns what finds the name of a field whose value is not one of its type. Null: there is none. What the type does not
 * have is not read, so it may be anything. Checks are made when they are needed: a type may have fields of itself.
 */
function misfitFinder(type: GraphQLObjectType): (value: Fields) => string | null {
  const fields = type.getFields();
  const checks = new Map<string, Check>();
  return (value) => {
    for (const name of Object.keys(value)) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!field) continue;
      const check = checks.get(name) ?? valueCheck(field.type);
      checks.set(name, check);
      if (!check(value[name])) return name;
    }
    return null;
  };
}

/** Whether a value is one of a type. Null always is: what a field requires may be missing because a department failed. */
function valueCheck(type: GraphQLOutputType): Check {
  if (isNonNullType(type)) return valueCheck(type.ofType);
  const check = presentCheck(type);
  return (value) => value === null || value === undefined || check(value);
}

function presentCheck(type: GraphQLOutputType): Check {
  if (isListType(type)) {
    const check = valueCheck(type.ofType);
    return (value) => Array.isArray(value) && value.every(check);
  }
  if (type === GraphQLID) return (value) => typeof value === "string";
  if (isScalarType(type)) return (value) => isParsed(() => type.parseValue(value));
  // A stub of an enum may leave out values that its owner sends.
  if (isEnumType(type)) return (value) => typeof value === "string";
  return isObjectType(type) ? objectCheck(type) : isFields;
}

function objectCheck(type: GraphQLObjectType): Check {
  const misfitIn = misfitFinder(type);
  return (value) => isFields(value) && misfitIn(value) === null;
}

function isParsed(parseValue: () => unknown): boolean {
  try {
    parseValue();
    return true;
  } catch {
    return false;
  }
}
