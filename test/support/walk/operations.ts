import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** Texts by the argument, input field or type that they are for, such as the id of a Household. */
export type Examples = Readonly<Record<string, readonly string[]>>;

type Field = GraphQLField<unknown, unknown>;

const deepest = 7;

/** So many of a list. */
const firstOfList = 2;

/**
 * An operation for each root field of a subgraph, with and without each field of its filter, and for each entity, with all
 * that can be asked for below: so a new field is walked too. It throws for an argument without an example.
 */
export function operationsOf(schema: GraphQLSchema, examples: Examples): readonly string[] {
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
    ({ name }) => !name.startsWith("_"),
  );
  const entities = schema.getType("_Entity");
  if (roots.length === 0 || !isUnionType(entities)) throw new Error("Expected root fields and entities.");
  return [
    ...roots.flatMap((field) =>
      variantsOf(field, examples).map((args) => `{ ${textOf(field, args, [], examples) ?? ""} }`),
    ),
    ...entities.getTypes().map((type) => entityOperation(type, examples)),
  ];
}

function entityOperation(type: GraphQLObjectType, examples: Examples): string {
  const known = exampleOf(type.name, examples).map(
    (id) => `{ __typename: "${type.name}", id: ${JSON.stringify(id)} }`,
  );
  const selection = selectionOf(type, [], examples);
  return `{ _entities(representations: [${known.join(" ")}]) { ... on ${type.name} { ${selection} } } }`;
}

/** The arguments that a root field needs, and these with each field of its filter. */
function variantsOf(field: Field, examples: Examples): readonly string[][] {
  const needed = neededArguments(field, examples);
  const filter = field.args.find(({ type }) => isInputObjectType(type));
  if (!filter || !isInputObjectType(filter.type)) return [needed];
  const filters = Object.values(filter.type.getFields()).map(
    (input) => `${filter.name}: { ${valueOf(input, field, examples)} }`,
  );
  return [needed, ...filters.map((text) => [...needed, text])];
}

const neededArguments = (field: Field, examples: Examples): string[] =>
  field.args.flatMap((arg) => {
    if (arg.name === "first") return [`first: ${firstOfList}`];
    return isRequiredArgument(arg) ? [valueOf(arg, field, examples)] : [];
  });

function valueOf(input: GraphQLArgument | GraphQLInputField, field: Field, examples: Examples): string {
  return `${input.name}: ${literalOf(input.type, input.name, field, examples)}`;
}

function literalOf(type: GraphQLInputType, name: string, field: Field, examples: Examples): string {
  if (isNonNullType(type)) return literalOf(type.ofType, name, field, examples);
  if (isListType(type)) return `[${literalOf(type.ofType, name, field, examples)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? "";
  switch (getNamedType(type).name) {
    case "Int":
      return "2024";
    case "Boolean":
      return "true";
    case "Date":
      return '"2024-12-31"';
    default:
      return JSON.stringify(exampleOf(name === "id" ? getNamedType(field.type).name : name, examples)[0]);
  }
}

function exampleOf(name: string, examples: Examples): readonly string[] {
  const found = examples[name];
  if (found && found.length > 0) return found;
  throw new Error(`Expected an example of: ${name}.`);
}

/** A field with all below it. Null: it is left out. */
function textOf(
  field: Field,
  args: readonly string[],
  path: readonly string[],
  examples: Examples,
): string | null {
  const text = field.name + (args.length > 0 ? `(${args.join(", ")})` : "");
  const type = getNamedType(field.type);
  if (isLeafType(type)) return text;
  if (!isObjectType(type) || path.includes(type.name) || path.length === deepest) return null;
  // A unit is asked for everything where it is the root. Below other rows it only takes time.
  if (type.name === "AdministrativeUnit" && path.length > 2) return `${text} { id }`;
  const selection = selectionOf(type, path, examples);
  return selection === "" ? null : `${text} { ${selection} }`;
}

/** What another department would have to send is left out: no field resolves without it. */
const isOfOthers = ({ astNode }: Field): boolean =>
  (astNode?.directives ?? []).some(({ name }) => ["external", "requires"].includes(name.value));

function selectionOf(type: GraphQLObjectType, path: readonly string[], examples: Examples): string {
  return Object.values(type.getFields())
    .filter((field) => !isOfOthers(field))
    .flatMap((field) => textOf(field, neededArguments(field, examples), [...path, type.name], examples) ?? [])
    .join(" ");
}
