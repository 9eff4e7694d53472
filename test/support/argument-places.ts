import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

type Field = GraphQLField<unknown, unknown>;
type Input = GraphQLArgument | GraphQLInputField;

/** An argument, or a field of an input object in one, that takes a text or the name of an enum value. */
export interface ArgumentPlace {
  /** Such as "Household.meritoriousMembers(filter.status)". */
  readonly name: string;
  /** The type of a variable for it. */
  readonly type: string;
  readonly isList: boolean;
  /** A document that asks for the field once for each value, under the aliases a0, a1, … */
  document(values: readonly string[], head?: string): string;
}

/** Every such place in the fields that a query reaches, but below those named. */
export function argumentPlaces(
  schema: GraphQLSchema,
  leftOut: readonly string[] = [],
): readonly ArgumentPlace[] {
  const query = schema.getQueryType();
  if (!query) return [];
  return [...waysTo(query)].flatMap(([type, way]) =>
    Object.values(type.getFields())
      .filter(({ name }) => !leftOut.includes(`${type.name}.${name}`))
      .flatMap((field) => placesOf(type, field, way)),
  );
}

type Way = (selection: string) => string;

/** A way from the root to each object type, on which no argument has to be known. */
function waysTo(root: GraphQLObjectType): ReadonlyMap<GraphQLObjectType, Way> {
  const ways = new Map<GraphQLObjectType, Way>([[root, (selection) => `{ ${selection} }`]]);
  for (const [type, way] of ways) {
    for (const field of Object.values(type.getFields())) {
      const below = getNamedType(field.type);
      const isOpen = field.args.every(
        (arg) => !isRequiredArgument(arg) || getNamedType(arg.type).name === "Int",
      );
      if (!isObjectType(below) || ways.has(below) || !isOpen) continue;
      ways.set(below, (selection) => way(`${field.name}${argumentsOf(field)} { ${selection} }`));
    }
  }
  return ways;
}

function placesOf(type: GraphQLObjectType, field: Field, way: Way): ArgumentPlace[] {
  return field.args.flatMap((arg) =>
    leavesOf(arg).map(({ path, input, wrap }) => ({
      name: `${type.name}.${field.name}(${path})`,
      type: String(input.type),
      isList: isListType(getNullableType(input.type)),
      document: (values, head = "") => {
        const selection = selectionOf(field);
        const fields = values.map(
          (value, index) => `a${index}: ${field.name}${argumentsOf(field, arg, wrap(value))}${selection}`,
        );
        return `${head}${way(fields.join(" "))}`;
      },
    })),
  );
}

interface Leaf {
  readonly path: string;
  readonly input: Input;
  readonly wrap: (value: string) => string;
}

/** What in an argument takes a text or the name of an enum value. */
function leavesOf(input: Input): Leaf[] {
  const named = getNamedType(input.type);
  if (!isInputObjectType(named))
    return isEnumType(named) || !["Int", "Float", "Boolean", "VND"].includes(named.name)
      ? [{ path: input.name, input, wrap: (value) => value }]
      : [];
  const inner = Object.values(named.getFields());
  if (inner.some(isRequiredInputField)) throw new Error(`Expected no required field in ${named.name}`);
  return inner.flatMap(leavesOf).map(({ path, input: leaf, wrap }) => ({
    path: `${input.name}.${path}`,
    input: leaf,
    wrap: (value) => `{ ${path.split(".")[0]}: ${wrap(value)} }`,
  }));
}

/** The arguments of a field: one with a value, those that it requires, and a small number of items. */
function argumentsOf({ args }: Field, place?: GraphQLArgument, value = ""): string {
  const given = args.flatMap((arg) => {
    if (arg === place) return [`${arg.name}: ${value}`];
    if (arg.name === "first") return ["first: 2"];
    return isRequiredArgument(arg)
      ? [`${arg.name}: ${getNamedType(arg.type).name === "Boolean" ? true : 2024}`]
      : [];
  });
  return given.length === 0 ? "" : `(${given.join(", ")})`;
}

/** The leaves of a field's type, and of the objects in it, to three levels. */
function selectionOf(field: Field, depth = 3): string {
  const type = getNamedType(field.type);
  if (isLeafType(type) || !isObjectType(type)) return "";
  const below = Object.values(type.getFields())
    .filter(
      ({ args, ...each }) =>
        !args.some(isRequiredArgument) && (depth > 1 || isLeafType(getNamedType(each.type))),
    )
    .slice(0, 3);
  return ` { __typename ${below.map((each) => `${each.name}${selectionOf(each, depth - 1)}`).join(" ")} }`;
}
