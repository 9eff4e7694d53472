import { isObjectType, isUnionType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { Resolve } from "./program.js";

export const entitiesField = "_entities";
export const entityUnion = "_Entity";

/** What a reference resolver found, as what its representation says it is. */
export class FoundEntity {
  constructor(
    readonly type: GraphQLObjectType,
    readonly value: unknown,
  ) {}
}

/**
 * What the gateway asks for by representations: one value, promise or error for each, as @apollo/subgraph finds it. It
 * takes no promises of its own, and defines no `__typename` on what was found.
 */
export const resolveEntities: Resolve = (_source, args, context, info) => {
  const { representations } = args as { readonly representations: readonly unknown[] };
  const { schema } = info as { readonly schema: GraphQLSchema };
  return representations.map((representation) => resolveEntity(schema, representation, context, info));
};

function resolveEntity(
  schema: GraphQLSchema,
  representation: unknown,
  context: unknown,
  info: unknown,
): unknown {
  const { __typename: name } = representation as { readonly __typename: string };
  const type = schema.getType(name);
  const entities = schema.getType(entityUnion);
  if (!isObjectType(type) || !isUnionType(entities) || !schema.isSubType(entities, type))
    throw new Error(`Expected the type of an entity in __typename, but got: ${name}.`);
  const resolve = referenceResolver(type);
  const found: unknown = resolve ? resolve(representation, context, info) : representation;
  return found instanceof Promise ? found.then((value) => toEntity(type, value)) : toEntity(type, found);
}

const toEntity = (type: GraphQLObjectType, value: unknown) =>
  value === null || value === undefined || value instanceof Error ? value : new FoundEntity(type, value);

type ReferenceResolver = (representation: unknown, context: unknown, info: unknown) => unknown;

/** Where @apollo/subgraph keeps what was declared as `__resolveReference`. */
function referenceResolver({ extensions }: GraphQLObjectType): ReferenceResolver | undefined {
  const { apollo } = extensions as {
    readonly apollo?: { readonly subgraph?: { readonly resolveReference?: ReferenceResolver } };
  };
  return apollo?.subgraph?.resolveReference;
}
