import { addResolversToSchema } from "@apollo/subgraph/dist/schema-helper/buildSchemaFromSDL.js";
import { entitiesResolver } from "@apollo/subgraph/dist/types.js";
import {
  buildASTSchema,
  concatAST,
  graphql,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import type { ResolversByType } from "./direct-resolvers.js";
import { entitiesField, entityType, entityUnion, type Representation } from "../execution/entities.js";

/**
 * The schema that answers, without checks. @apollo/subgraph 2.14.4 makes the same in far more time: it checks what
 * composition checks, and adds the directives and scalars that only composition reads. It makes what a tool reads as
 * `_service`, from `composed`, when one asks. Test: test/executable-schema.test.ts.
 */
export function executableSchema(
  types: DocumentNode,
  resolvers: ResolversByType,
  composed: () => DocumentNode,
): GraphQLSchema {
  const typeDefs = concatAST([types, federationTypes(entityNames(types))]);
  const schema = buildASTSchema(typeDefs, { assumeValid: true, assumeValidSDL: true });
  let service: Promise<unknown> | undefined;
  const own: ResolversByType = {
    Query: { _service: () => (service ??= describeService(composed())), [entitiesField]: resolveEntities },
    [entityUnion]: { __resolveType: ({ __typename }: { readonly __typename: string }) => __typename },
  };
  for (const given of [own, resolvers]) addResolversToSchema(schema, given as never);
  return schema;
}

export const entityNames = ({ definitions }: DocumentNode): string[] =>
  definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && node.directives?.some(({ name }) => name.value === "key")
      ? node.name.value
      : [],
  );

const serviceTypes = `
  extend type Query { _service: _Service! }
  type _Service { sdl: String }
`;

const federationTypes = (entities: readonly string[]): DocumentNode =>
  parse(
    entities.length === 0
      ? serviceTypes
      : `${serviceTypes}
        extend type Query { ${entitiesField}(representations: [_Any!]!): [${entityUnion}]! }
        union ${entityUnion} = ${entities.join(" | ")}
        scalar _Any`,
  );

interface EntitiesArguments {
  readonly representations: readonly Representation[];
}

/**
 * For graphql-js, which executes what programs cannot do. @apollo/subgraph 2.14.4 alone finds a wrong name only after it has
 * begun to resolve others, whose rejections then nobody handles. Test: packages/subgraph-kit/test/entities.test.ts.
 */
const resolveEntities: GraphQLFieldResolver<unknown, unknown, EntitiesArguments> = (
  _source,
  { representations },
  context,
  info,
) => {
  for (const { __typename: name } of representations) entityType(info.schema, name);
  return entitiesResolver({ representations, context, info });
};

async function describeService(types: DocumentNode): Promise<unknown> {
  const { buildSubgraphSchema } = await import("@apollo/subgraph");
  const { data } = await graphql({ schema: buildSubgraphSchema(types), source: "{ _service { sdl } }" });
  return data?.["_service"];
}
