import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  type DocumentNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { isComposedType, joinTypesOf } from "../planning/join-directives.js";

/** The field that names an object in the whole graph. `id` may be unique within a type only. */
export const nodeIdField = "nodeId";
export const nodeInterface = "Node";
export const oneNode = "node";
export const manyNodes = "nodes";

/** By the name of a type: the root field that gives an object of it by its id. */
export type NodeTypes = ReadonlyMap<string, string>;

export interface FoundNodeTypes {
  /** Empty: the graph gets no `node`. */
  readonly types: NodeTypes;
  /** The types with several root fields of which none is named as the type is: they are left out. */
  readonly ambiguous: readonly string[];
}

type Field = GraphQLField<unknown, unknown>;

const none: FoundNodeTypes = { types: new Map(), ambiguous: [] };

/**
 * Finds the types whose objects `node` can give: they have the key `id` and a field `nodeId: ID!`, and a root field gives
 * one of them by an argument `id: ID!` and asks for nothing else. Of several such fields, the one counts that is named as
 * the type is: `thing` for `Thing`. There are none in a graph that has a `node`, a `nodes` or a `Node` of its own, or
 * whose fields lead back to `Query`. `api`: what clients see without `node`. `composed`: the supergraph.
 */
export function findNodeTypes(api: GraphQLSchema, composed: DocumentNode): FoundNodeTypes {
  const query = api.getQueryType();
  if (!query || hasOwnNodes(query, composed) || leadsBack(api, query)) return none;
  const keyed = typesWithKeyId(composed);
  const fields = new Map<string, Field[]>();
  for (const field of Object.values(query.getFields())) {
    const { type } = field;
    if (isObjectType(type) && keyed.has(type.name) && hasNodeId(type) && takesOnlyId(field))
      fields.set(type.name, [...(fields.get(type.name) ?? []), field]);
  }
  const types = new Map<string, string>();
  const ambiguous: string[] = [];
  for (const [typeName, candidates] of fields) {
    const field =
      candidates.length === 1 ? candidates[0] : candidates.find((one) => isNamedAs(one, typeName));
    if (field) types.set(typeName, field.name);
    else ambiguous.push(typeName);
  }
  return { types, ambiguous };
}

const hasOwnNodes = (query: GraphQLObjectType, { definitions }: DocumentNode): boolean =>
  oneNode in query.getFields() ||
  manyNodes in query.getFields() ||
  definitions.some((definition) => "name" in definition && definition.name?.value === nodeInterface);

/** Then `node` could stand anywhere, and not at the root only. */
function leadsBack(api: GraphQLSchema, query: GraphQLObjectType): boolean {
  return Object.values(api.getTypeMap()).some((type) => {
    if (!isObjectType(type) && !isInterfaceType(type)) return false;
    return Object.values(type.getFields()).some((field) => {
      const named = getNamedType(field.type);
      return named === query || (isAbstractType(named) && api.isSubType(named, query));
    });
  });
}

function typesWithKeyId({ definitions }: DocumentNode): ReadonlySet<string> {
  const keyed = definitions
    .filter(isComposedType)
    .filter((type) => joinTypesOf(type).some(({ key }) => key === "id"));
  return new Set(keyed.map(({ name }) => name.value));
}

function hasNodeId(type: GraphQLObjectType): boolean {
  const field = type.getFields()[nodeIdField];
  return field !== undefined && String(field.type) === "ID!" && !field.args.some(isRequiredArgument);
}

const takesOnlyId = ({ args }: Field): boolean =>
  args.some(({ name, type }) => name === "id" && String(type) === "ID!") &&
  args.every((argument) => isRequiredArgument(argument) === (argument.name === "id"));

const isNamedAs = ({ name }: Field, typeName: string): boolean =>
  name === `${typeName.charAt(0).toLowerCase()}${typeName.slice(1)}`;
