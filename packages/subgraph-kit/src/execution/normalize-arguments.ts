import { BadUserInputError } from "@an-sinh/server/errors";
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  GraphQLID,
  GraphQLString,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { isStorable, normalizedText } from "../text.js";

/**
 * Makes the resolvers of a schema receive every text of type String or ID, in arguments and in the input objects
 * below them, in the form in which texts are stored. A text that cannot be stored is BAD_USER_INPUT.
 */
export function normalizeArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (field.args.some(holdsText)) normalizeField(field);
  }
}

const isText = (type: GraphQLInputType): boolean => type === GraphQLString || type === GraphQLID;

function holdsText({ type }: GraphQLArgument): boolean {
  const named = getNamedType(type);
  return isText(named) || isInputObjectType(named);
}

type Values = Readonly<Record<string, unknown>>;
type Resolver = NonNullable<GraphQLField<unknown, unknown>["resolve"]>;

/** A field's own resolver, and what its arguments have to go through before. */
interface NormalizedField {
  readonly resolve: Resolver | undefined;
  readonly normalize?: (values: Values) => Values;
}

const normalized = new WeakMap<GraphQLField<unknown, unknown>, NormalizedField>();

/** For an executor that normalizes the arguments of a field once for many objects. */
export const normalizedField = (field: GraphQLField<unknown, unknown>): NormalizedField =>
  normalized.get(field) ?? { resolve: field.resolve };

function normalizeField(field: GraphQLField<unknown, unknown>): void {
  const { resolve, args } = field;
  const inputs = Object.fromEntries(args.map((argument) => [argument.name, argument]));
  const normalize = (values: Values) => normalizeFields(inputs, values, "");
  normalized.set(field, { resolve, normalize });
  const call = resolve ?? defaultFieldResolver;
  field.resolve = (source, values: Values, context, info) => call(source, normalize(values), context, info);
}

/** What was given for arguments or for the fields of an input object. Errors name them by their path. */
function normalizeFields(
  inputs: Readonly<Record<string, GraphQLArgument | GraphQLInputField>>,
  values: Readonly<Record<string, unknown>>,
  prefix: string,
): Record<string, unknown> {
  const entries = Object.entries(values).map(([name, value]) => {
    const type = inputs[name]?.type;
    return [name, type ? normalizeValue(type, value, prefix + name) : value];
  });
  return Object.fromEntries(entries);
}

function normalizeValue(type: GraphQLInputType, value: unknown, path: string): unknown {
  if (value === null || value === undefined) return value;
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return (value as unknown[]).map((item) => normalizeValue(nullable.ofType, item, path));
  if (isInputObjectType(nullable))
    return normalizeFields(nullable.getFields(), value as Record<string, unknown>, `${path}.`);
  return isText(nullable) ? storableText(String(value), path) : value;
}

/** The message does not repeat the text: it may be personal data. */
function storableText(given: string, argument: string): string {
  const text = normalizedText(given);
  if (isStorable(text)) return text;
  throw new BadUserInputError(
    `${argument}: expected a text without control characters, but got one with such a character, or with half of a surrogate pair.`,
    { extensions: { argument } },
  );
}
