import {
  Kind,
  parse,
  print,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from "graphql";
import type { SubgraphSdl } from "./subgraph-sdl.js";

type TypeDeclaration = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

interface FieldPlace {
  readonly type: TypeDeclaration;
  readonly field: FieldDefinitionNode;
}

/**
 * Names the fields that can fail while the fields beside them do not, but are not nullable. Such a failure takes the
 * whole object out of the answer, and with it what other departments say of it. Undefined: there is no such field.
 *
 * One subgraph describes an entity: it owns it. The others that declare it leave the description out.
 */
export function describeRequiredFields(subgraphs: readonly SubgraphSdl[]): string | undefined {
  const declarations = subgraphs.map(({ name, sdl }) => ({
    name,
    types: parse(sdl).definitions.filter(isType),
  }));
  const entities = new Set(declarations.flatMap(({ types }) => types.filter(isOwned).map(nameOf)));
  const all = declarations.flatMap(({ types }) => types);
  const problems = declarations.flatMap(({ name, types }) => {
    const owned = new Set(types.filter(isOwned).map(nameOf));
    const isForeign = (type: string): boolean => entities.has(type) && !owned.has(type);
    return types.flatMap(placesOf).flatMap((place) => {
      if (isEverywhere(place, all)) return [];
      const reason = whyNullable(place, isForeign);
      return reason === undefined ? [] : [`  [${name}] ${printPlace(place)}: ${reason}`];
    });
  });
  if (problems.length === 0) return undefined;
  return ["These fields can fail alone, so they must be nullable:", ...problems].join("\n");
}

/** Undefined: the field is nullable, or it cannot fail alone. */
function whyNullable({ type, field }: FieldPlace, isForeign: (type: string) => boolean): string | undefined {
  const target = typeNameOf(field.type);
  if (directivesOf(field, "external").length > 0) return undefined;
  if (isForeign(target) && isRequired(field.type)) {
    return `${target} comes from another department, which may be down`;
  }
  if (field.type.kind !== Kind.NON_NULL_TYPE) return undefined;
  if (nameOf(type) === "Query") return "other root fields must survive it";
  if ((field.arguments ?? []).some(mayBeRefused)) return "its arguments may be refused";
  if (isForeign(nameOf(type)) && !isKeyField({ type, field })) {
    return `${nameOf(type)} belongs to another department and must survive it`;
  }
  return undefined;
}

/** Of an entity, what every subgraph that declares it makes by itself: no other one has to be asked for it. */
const isEverywhere = ({ type, field }: FieldPlace, all: readonly TypeDeclaration[]): boolean =>
  directivesOf(field, "shareable").length > 0 &&
  directivesOf(type, "key").length > 0 &&
  all
    .filter((other) => nameOf(other) === nameOf(type))
    .every((other) => other.fields?.some(({ name }) => name.value === field.name.value));

/** In the language of a text there is always something to say: as it is on record, where nothing else is. */
const mayBeRefused = ({ type }: InputValueDefinitionNode): boolean =>
  type.kind !== Kind.NAMED_TYPE || type.name.value !== "Language";

const isType = (node: DefinitionNode): node is TypeDeclaration =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;

const isOwned = (type: TypeDeclaration): boolean =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION &&
  type.description !== undefined &&
  directivesOf(type, "key").length > 0;

const placesOf = (type: TypeDeclaration): FieldPlace[] =>
  (type.fields ?? []).map((field) => ({ type, field }));

/** Keys name their fields in a selection, `id` or `id unit { code }`. */
const isKeyField = ({ type, field }: FieldPlace): boolean =>
  directivesOf(type, "key").some((key) =>
    print(key)
      .split(/[^_0-9A-Za-z]+/)
      .includes(field.name.value),
  );

const directivesOf = (
  { directives = [] }: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): ConstDirectiveNode[] => directives.filter((directive) => directive.name.value === name);

/** Of a list: whether its items are required. */
const isRequired = (type: TypeNode): boolean => {
  const nullable = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return nullable.kind === Kind.LIST_TYPE ? isRequired(nullable.type) : nullable !== type;
};

const typeNameOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : typeNameOf(type.type);

const nameOf = ({ name }: TypeDeclaration): string => name.value;

const printPlace = ({ type, field }: FieldPlace): string =>
  `${nameOf(type)}.${field.name.value}: ${print(field.type)}`;
