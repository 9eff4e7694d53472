import { readFileSync } from "node:fs";
import { supergraphFile } from "@an-sinh/deployment/embedded-graph";
import {
  buildASTSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  parse,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

/** The schema of the supergraph, whose definitions have their directives. */
export const supergraphSchema = (): GraphQLSchema =>
  buildASTSchema(parse(readFileSync(supergraphFile, "utf8")), { assumeValid: true });

interface Hinted {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** For how many seconds it may be kept, "inherit", or undefined: it says nothing. */
function hintOf({ astNode }: Hinted): number | "inherit" | undefined {
  const given = astNode?.directives?.find(({ name }) => name.value === "cacheControl")?.arguments?.[0];
  if (given?.value.kind === "IntValue") return Number(given.value.value);
  return given?.name.value === "inheritMaxAge" ? "inherit" : undefined;
}

/** For how many seconds entities of the type may be kept, which are asked for by their keys. Undefined: it says nothing. */
function maxAgeOfEntity(type: GraphQLObjectType): number | undefined {
  const hint = hintOf(type);
  return typeof hint === "number" ? hint : undefined;
}

const directiveNames = ({ astNode }: Hinted) => astNode?.directives?.map(({ name }) => name.value) ?? [];

/** Whether the gateway asks for objects of the type by their keys, and may keep them: what is audited it never keeps. */
const isKeptByKey = (type: GraphQLObjectType): boolean =>
  !directiveNames(type).includes("audited") &&
  type.astNode?.directives?.some((each) => each.arguments?.some(({ name }) => name.value === "key")) === true;

/**
 * For how many seconds a field may be kept whose object may be kept for `around` seconds. Undefined: it is a root field, or
 * one of an entity whose type says nothing.
 */
export function maxAgeOf(field: GraphQLField<unknown, unknown>, around: number | undefined): number {
  const type = getNamedType(field.type);
  const isComposite = isCompositeType(type);
  const hint = hintOf(field) ?? (isComposite ? hintOf(type) : undefined);
  if (typeof hint === "number") return hint;
  return around === undefined || (isComposite && hint === undefined) ? 0 : around;
}

/** "Type.field" of all fields that a response can have which may be kept, with their maximum ages. */
export function keptFields(schema: GraphQLSchema): ReadonlyMap<string, ReadonlySet<number>> {
  const kept = new Map<string, Set<number>>();
  const walk = (type: GraphQLObjectType, around: number | undefined) => {
    for (const field of Object.values(type.getFields())) {
      const maxAge = maxAgeOf(field, around);
      const name = `${type.name}.${field.name}`;
      const ages = kept.get(name) ?? new Set();
      if (maxAge === 0 || ages.has(maxAge)) continue;
      kept.set(name, ages.add(maxAge));
      const target = getNamedType(field.type);
      if (isObjectType(target)) walk(target, maxAge);
    }
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    if (type === schema.getQueryType() || isKeptByKey(type)) walk(type, maxAgeOfEntity(type));
  }
  return kept;
}
