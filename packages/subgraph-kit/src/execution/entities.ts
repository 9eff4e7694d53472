import { ClientError } from "@an-sinh/server/errors";
import { isObjectType, isUnionType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import type { Resolve } from "./program.js";

export const entitiesField = "_entities";
export const entityUnion = "_Entity";

/** What a reference resolver found, or a promise of it, as what its representation says it is. */
export class FoundEntity {
  constructor(
    readonly type: GraphQLObjectType,
    public value: unknown,
  ) {}
}

/**
 * What the gateway asks for by representations, as @apollo/subgraph finds it. It takes no promises of its own, and
 * defines no `__typename` on what was found.
 */
export const resolveEntities: Resolve = (_source, args, context, info) => {
  const { representations } = args as { readonly representations: readonly Representation[] };
  const { schema } = info as { readonly schema: GraphQLSchema };
  const types = new Map<unknown, GraphQLObjectType>();
  const typeOf = (name: unknown): GraphQLObjectType => {
    const type = types.get(name) ?? entityType(schema, name);
    types.set(name, type);
    return type;
  };
  // Refuses a wrong name before anything is resolved: nobody would wait for what has begun.
  const entities = representations.map((given) => {
    const { __typename: name } = given;
    return new FoundEntity(typeOf(name), given);
  });
  for (const entity of entities) {
    const resolve = referenceResolver(entity.type);
    if (resolve) entity.value = resolve(entity.value, context, info);
  }
  return entities;
};

export interface Representation {
  readonly __typename: unknown;
}

/** Throws where it is not the name of an entity. */
export function entityType(schema: GraphQLSchema, name: unknown): GraphQLObjectType {
  const type = typeof name === "string" ? schema.getType(name) : undefined;
  const entities = schema.getType(entityUnion);
  if (isObjectType(type) && isUnionType(entities) && schema.isSubType(entities, type)) return type;
  throw new ClientError(
    "SUBGRAPH_ERROR",
    "Expected the name of an entity in __typename of a representation.",
  );
}

type ReferenceResolver = (representation: unknown, context: unknown, info: unknown) => unknown;

/** Where @apollo/subgraph keeps what was declared as `__resolveReference`. */
function referenceResolver({ extensions }: GraphQLObjectType): ReferenceResolver | undefined {
  const { apollo } = extensions as {
    readonly apollo?: { readonly subgraph?: { readonly resolveReference?: ReferenceResolver } };
  };
  return apollo?.subgraph?.resolveReference;
}
