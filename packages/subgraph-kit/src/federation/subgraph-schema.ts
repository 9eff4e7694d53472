import { getDocumentNodeFromSchema } from "@graphql-tools/utils";
import { concatAST, isObjectType, parse, print, type DocumentNode, type GraphQLSchema } from "graphql";
import { buildSchema, createResolversMap, type NonEmptyArray } from "type-graphql";
import type { RequestContext } from "../context.js";
import { directResolvers, readPropertiesDirectly, type ResolversByType } from "./direct-resolvers.js";
import { auditedDefinition } from "./audited.js";
import { cacheControlDefinition } from "./cache-control.js";
import { entityNames, executableSchema } from "./executable-schema.js";
import { nodeIdResolvers, withNodeIds } from "./node-ids.js";
import { scalarFormDefinition, withScalarForms } from "./scalar-form.js";
import { secretLookupDefinition } from "./secret-lookup.js";
import { aboutDefinition, titleDefinition, withEnumTitles } from "./titles.js";
import { normalizeArguments } from "../execution/normalize-arguments.js";
import { withLanguages, withTranslations } from "../languages/translated.js";
import { representationRefusal } from "./representations.js";
import { resolveStub } from "./resolve-stub.js";

type ResolverClass = new () => object;

/**
 * Finds an entity from what the gateway knows of it. Null: there is none. It must reject and never throw: otherwise
 * @apollo/subgraph 2.14.4 loses all entities of the fetch. The entity must not be frozen or shared: it is given a
 * `__typename`.
 */
type ReferenceResolver<Representation, Entity> = (
  representation: Representation,
  context: RequestContext,
) => Promise<Entity | null> | Entity;

type GraphQLReferenceResolver = (
  representation: unknown,
  context: RequestContext,
  info: { readonly schema: GraphQLSchema },
) => Promise<object | null> | object;

export interface SubgraphSchemaOptions {
  readonly resolvers: readonly ResolverClass[];
  /** Types that only `_entities` reaches: stubs of entities owned elsewhere. */
  readonly orphanedTypes?: readonly ResolverClass[];
  /** By type name. Each has parameters of its own, so their types are checked where they are written. */
  readonly references: Readonly<Record<string, ReferenceResolver<never, object>>>;
}

/** The Federation 2 version and the directives that our subgraphs use. */
const federationLink = parse(`
  extend schema @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: [
      "@key", "@external", "@requires", "@provides", "@shareable", "@inaccessible", "@tag", "@cost", "@listSize",
      "@authenticated", "@requiresScopes", "@policy", "@composeDirective"
    ]
  )
`);

interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  /** Prints what composition reads. */
  readonly sdl: () => string;
}

/** Builds a Federation 2 schema from type-graphql classes. */
export async function buildFederatedSchema(options: SubgraphSchemaOptions): Promise<SubgraphSchema> {
  readPropertiesDirectly();
  const declared = await buildSchema({
    resolvers: [...options.resolvers] as unknown as NonEmptyArray<ResolverClass>,
    orphanedTypes: [...(options.orphanedTypes ?? [])],
    validate: false,
    skipCheck: true,
  });
  const { types, fields } = withLanguages(withScalarForms(getDocumentNodeFromSchema(declared), declared));
  const typeDefs = withNodeIds(withEnumTitles(types));
  const references = entityReferences(entityNames(typeDefs), options.references);
  const direct = directResolvers(createResolversMap(declared) as ResolversByType, options.resolvers);
  const resolvers = [nodeIdResolvers(typeDefs), references].reduce(
    mergeByType,
    withTranslations(direct, fields),
  );
  const composed = () => withDirectives(typeDefs);
  const schema = executableSchema(typeDefs, resolvers, composed);
  normalizeArguments(schema);
  return { schema, sdl: () => print(composed()) };
}

/** The types of a subgraph with the directives that they use. */
export const withDirectives = (types: DocumentNode): DocumentNode =>
  concatAST([types, ...ownDirectivesIn(types), federationLink]);

/** The definitions of the directives of our own that a schema uses. */
function ownDirectivesIn(types: DocumentNode): DocumentNode[] {
  const text = print(types);
  const own = {
    secretLookup: secretLookupDefinition,
    audited: auditedDefinition,
    cacheControl: cacheControlDefinition,
    scalarForm: scalarFormDefinition,
    title: titleDefinition,
    about: aboutDefinition,
  };
  return Object.entries(own).flatMap(([name, definition]) =>
    text.includes(`@${name}(`) ? [definition] : [],
  );
}

/** Throws for a name that is no entity's: the entity that is meant would be resolved as a stub, without a look-up. */
function entityReferences(names: readonly string[], given: SubgraphSchemaOptions["references"]) {
  const [wrong] = Object.keys(given).filter((name) => !names.includes(name));
  if (wrong !== undefined) throw new Error(`Expected references of types with a @key, but got: ${wrong}.`);
  return Object.fromEntries(
    names.map((name) => [name, { __resolveReference: checked(name, given[name] ?? resolveStub) }]),
  );
}

/** Refuses what is no representation of the entity, before anything is resolved. */
function checked(name: string, resolve: ReferenceResolver<never, object>): GraphQLReferenceResolver {
  let refusalOf: ReturnType<typeof representationRefusal> | undefined;
  return (representation, context, { schema }) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`Expected an entity, but got: ${name}.`);
    refusalOf ??= representationRefusal(type);
    const refusal = refusalOf(representation);
    return refusal ? Promise.reject(refusal) : resolve(representation as never, context);
  };
}

function mergeByType(fields: ResolversByType, others: ResolversByType): ResolversByType {
  const merged = { ...fields };
  for (const [type, other] of Object.entries(others)) merged[type] = { ...fields[type], ...other };
  return merged;
}
