import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
  type TypeNode,
} from "graphql";

/** What the reference shows of a schema. */
export interface Schema {
  /** By name: those at which operations begin, and the others in the order of the text. */
  readonly types: ReadonlyMap<string, TypeDefinitionNode>;
}

export type Member = FieldDefinitionNode | InputValueDefinitionNode;

/** A type, or a field of one. */
export interface Entry {
  /** "Type" or "Type.field". */
  readonly path: string;
  readonly isDeprecated: boolean;
}

const definesType = /TypeDefinition$/;

export function readSchema(sdl: string): Schema {
  const { definitions } = parse(sdl, { noLocation: true });
  const types = definitions.filter((node): node is TypeDefinitionNode => definesType.test(node.kind));
  const byUse = types.toSorted((a, b) => Number(isRoot(b)) - Number(isRoot(a)));
  return { types: new Map(byUse.map((type) => [type.name.value, type])) };
}

const isRoot = ({ name }: TypeDefinitionNode) => ["Query", "Mutation", "Subscription"].includes(name.value);

/** Fields of an object, an interface or an input. */
export const membersOf = (type: TypeDefinitionNode): readonly Member[] =>
  "fields" in type ? (type.fields ?? []) : [];

export const valuesOf = (type: TypeDefinitionNode) =>
  type.kind === Kind.ENUM_TYPE_DEFINITION ? (type.values ?? []) : [];

/** The objects that a value of the type may be. */
export function possibleTypes({ types }: Schema, type: TypeDefinitionNode): readonly string[] {
  if (type.kind === Kind.UNION_TYPE_DEFINITION) return (type.types ?? []).map(({ name }) => name.value);
  if (type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
  return [...types.values()].filter((other) => interfacesOf(other).includes(type.name.value)).map(nameOf);
}

export const interfacesOf = (type: TypeDefinitionNode): readonly string[] =>
  "interfaces" in type ? (type.interfaces ?? []).map(({ name }) => name.value) : [];

/** The fields whose values, or arguments, are of the type. */
export function usesOf({ types }: Schema, name: string): readonly string[] {
  const uses = (member: Member) =>
    namedType(member.type) === name ||
    ("arguments" in member && (member.arguments ?? []).some((argument) => namedType(argument.type) === name));
  return [...types.values()].flatMap((type) =>
    membersOf(type)
      .filter(uses)
      .map((member) => `${type.name.value}.${member.name.value}`),
  );
}

export const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

const nameOf = ({ name }: TypeDefinitionNode) => name.value;

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** Why it should no longer be used. Undefined: it may be. */
export function deprecationOf(node: Directed): string | undefined {
  const found = node.directives?.find(({ name }) => name.value === "deprecated");
  return found && (textArgument(found) ?? "No longer supported");
}

/** Where the form of a scalar is described. */
export function specificationOf(node: Directed): string | undefined {
  const found = node.directives?.find(({ name }) => name.value === "specifiedBy");
  return found && textArgument(found);
}

function textArgument({ arguments: [argument] = [] }: ConstDirectiveNode): string | undefined {
  return argument?.value.kind === Kind.STRING ? argument.value.value : undefined;
}

/** Types and fields whose names contain the text, those that begin with it first. Without a text: all types. */
export function search({ types }: Schema, text: string): readonly Entry[] {
  const sought = text.trim().toLowerCase();
  const entries: Entry[] = [];
  for (const [name, type] of types) {
    entries.push({ path: name, isDeprecated: false });
    if (sought === "") continue;
    for (const member of membersOf(type))
      entries.push({
        path: `${name}.${member.name.value}`,
        isDeprecated: deprecationOf(member) !== undefined,
      });
  }
  const found = entries.filter(({ path }) => matchOf(path, sought).includes(sought));
  const rank = ({ path }: Entry) => (matchOf(path, sought).startsWith(sought) ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

/** "type.field" is sought in the whole path, a word in the last name of it. */
function matchOf(path: string, sought: string): string {
  const whole = path.toLowerCase();
  return sought.includes(".") ? whole : whole.slice(whole.lastIndexOf(".") + 1);
}
