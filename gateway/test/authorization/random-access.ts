import {
  isAbstractType,
  isCompositeType,
  getNamedType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import type { Draw } from "../differential/random.js";

/** The scopes that types and fields of a supergraph need: by "Type" and by "Type.field". */
export type Needs = ReadonlyMap<string, string>;

const definitions = parse(`
  directive @requiresScopes(scopes: [[requiresScopes__Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
  scalar requiresScopes__Scope
  schema @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY) { query: Query }
`).definitions;

/** Protects some object types and some of their fields by the scope "a" or "b". */
export function protect(supergraphSdl: string, draw: Draw): { readonly sdl: string; readonly needs: Needs } {
  const needs = new Map<string, string>();
  const protectSome = (name: string, oneIn: number): ConstDirectiveNode[] => {
    if (draw(oneIn) > 0) return [];
    const scope = draw(2) === 0 ? "a" : "b";
    needs.set(name, scope);
    return [directiveOf(scope)];
  };
  const document = visit(parse(supergraphSdl), {
    SchemaDefinition: (schema) => ({
      ...schema,
      directives: [...(schema.directives ?? []), ...definitions.flatMap(linksOf)],
    }),
    ObjectTypeDefinition: (type) => {
      const name = type.name.value;
      const isRoot = name === "Query" || name === "Mutation";
      return {
        ...type,
        directives: [...(type.directives ?? []), ...(isRoot ? [] : protectSome(name, 8))],
        fields:
          type.fields?.map((field) => ({
            ...field,
            directives: [...(field.directives ?? []), ...protectSome(`${name}.${field.name.value}`, 6)],
          })) ?? [],
      };
    },
  });
  const added = definitions.filter(({ kind }) => kind !== Kind.SCHEMA_DEFINITION);
  return { sdl: print({ ...document, definitions: [...document.definitions, ...added] }), needs };
}

const linksOf = (node: ASTNode): readonly ConstDirectiveNode[] =>
  node.kind === Kind.SCHEMA_DEFINITION ? (node.directives ?? []) : [];

function directiveOf(scope: string): ConstDirectiveNode {
  const [definition] = parse(`scalar X @requiresScopes(scopes: [["${scope}"]])`, {
    noLocation: true,
  }).definitions;
  if (definition?.kind !== Kind.SCALAR_TYPE_DEFINITION || !definition.directives?.[0])
    throw new Error("Expected a directive");
  return definition.directives[0];
}

/** The selected fields that somebody with these scopes may not see. */
export function deniedFields(
  schema: GraphQLSchema,
  document: DocumentNode,
  needs: Needs,
  scopes: ReadonlySet<string>,
): ReadonlySet<FieldNode> {
  const denied = new Set<FieldNode>();
  const types = new TypeInfo(schema);
  const isHeld = (name: string): boolean => {
    const scope = needs.get(name);
    return scope === undefined || scopes.has(scope);
  };
  const namesOf = (type: GraphQLNamedType | null | undefined): readonly string[] => {
    if (!isCompositeType(type)) return [];
    return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
  };
  const Field = (field: FieldNode): void => {
    const parents = namesOf(types.getParentType());
    const output = types.getType();
    const values = namesOf(output ? getNamedType(output) : undefined);
    const names = [...parents, ...values, ...parents.map((parent) => `${parent}.${field.name.value}`)];
    if (!field.name.value.startsWith("__") && !names.every(isHeld)) denied.add(field);
  };
  visit(document, visitWithTypeInfo(types, { Field }));
  return denied;
}
