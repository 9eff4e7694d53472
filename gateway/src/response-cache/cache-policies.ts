import { hash } from "node:crypto";
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import type { SubgraphOperation } from "../data-sources/subgraph-source.js";
import { readAuditedTypes } from "../execution/operation/audited-types.js";
import { readLookupFields, type LookupFields } from "../lookups/lookup-fields.js";
import { CacheHints, type CacheHint } from "./cache-hints.js";
import type { CachePolicy } from "../data-sources/cache-policy.js";

/** What is selected of the root, or of entities. The keys that only the gateway wants do not count: it knows them. */
export interface Selected {
  readonly of: "root" | "entities";
  readonly selectionSet: SelectionSetNode;
}

/** How long something may be kept, by all hints that were looked at. */
interface Restriction {
  /** In seconds. Infinite: nothing says it. */
  maxAge: number;
  isPrivate: boolean;
}

const never = 0;

/** Says which operations of subgraphs may be kept, by the rules that Apollo Server has for `@cacheControl`. */
export class CachePolicies {
  readonly #hints: CacheHints;
  readonly #schema: GraphQLSchema;
  readonly #audited: ReadonlySet<string>;
  readonly #lookups: LookupFields;
  readonly #supergraphHash: string;

  /** `supergraph` is what `sdl` says, and `schema` has all of it, also what its API does not show. */
  constructor(sdl: string, supergraph: DocumentNode, schema: GraphQLSchema) {
    this.#hints = new CacheHints(supergraph);
    this.#schema = schema;
    this.#audited = new Set(readAuditedTypes(supergraph).map(({ name }) => name));
    this.#lookups = readLookupFields(supergraph);
    // What was kept for another supergraph is not looked at: it may have said something else of the same operation.
    this.#supergraphHash = hash("sha256", sdl, "base64");
  }

  /** Undefined: a response must not be kept. */
  of(
    service: string,
    { query, operationName, isMutation }: SubgraphOperation,
    selected: readonly Selected[],
  ): CachePolicy | undefined {
    if (this.#hints.isEmpty || isMutation !== false) return undefined;
    const found: Restriction = { maxAge: Infinity, isPrivate: false };
    for (const { of, selectionSet } of selected) {
      if (of === "entities") this.#restrictEntities(selectionSet, found);
      else this.#restrictRoot(selectionSet, found);
    }
    if (!(found.maxAge > 0) || found.maxAge === Infinity) return undefined;
    const named = JSON.stringify([this.#supergraphHash, service, query, operationName ?? null]);
    const key = hash("sha256", named, "base64");
    return { key, maxAgeMs: found.maxAge * 1_000, isPrivate: found.isPrivate };
  }

  #restrictRoot(selectionSet: SelectionSetNode, found: Restriction): void {
    const query = this.#schema.getQueryType();
    if (query) this.#restrictObject(selectionSet, query, true, found);
  }

  /** An entity is kept as its type says. Where that says nothing, each of its fields has to. */
  #restrictEntities({ selections }: SelectionSetNode, found: Restriction): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD && selection.name.value === "__typename") continue;
      const condition = selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition : undefined;
      const type = condition && this.#schema.getType(condition.name.value);
      if (selection.kind !== Kind.INLINE_FRAGMENT || !isCompositeType(type)) {
        found.maxAge = never;
        continue;
      }
      for (const entity of this.#possible(type)) {
        const hint = this.#hints.ofType(entity.name);
        restrict(found, hint);
        this.#restrictObject(selection.selectionSet, entity, hint.maxAge === undefined, found);
      }
    }
  }

  /** `isTop`: a field gets no age from what is around it. */
  #restrictObject(
    { selections }: SelectionSetNode,
    type: GraphQLCompositeType,
    isTop: boolean,
    found: Restriction,
  ): void {
    if (this.#possible(type).some(({ name }) => this.#audited.has(name))) found.maxAge = never;
    for (const selection of selections) {
      if (found.maxAge === never) return;
      if (selection.kind === Kind.FIELD) {
        this.#restrictField(selection, type, isTop, found);
        continue;
      }
      const condition = selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition : undefined;
      const narrower = condition ? this.#schema.getType(condition.name.value) : type;
      if (selection.kind !== Kind.INLINE_FRAGMENT || !isCompositeType(narrower)) found.maxAge = never;
      else this.#restrictObject(selection.selectionSet, narrower, isTop, found);
    }
  }

  #restrictField(node: FieldNode, parent: GraphQLCompositeType, isTop: boolean, found: Restriction): void {
    const { value: name } = node.name;
    if (name === "__typename") return;
    for (const owner of this.#possible(parent)) {
      const definition = owner.getFields()[name];
      if (!definition || this.#lookups.has(`${owner.name}.${name}`)) {
        found.maxAge = never;
        return;
      }
      const returned = getNamedType(definition.type);
      const isObject = isCompositeType(returned);
      const own = this.#hints.ofField(owner.name, name);
      const hint = isObject ? together(own, this.#hints.ofType(returned.name)) : own;
      const hasNoAge = isTop || (isObject && !hint.inheritMaxAge);
      restrict(found, hint.maxAge === undefined && hasNoAge ? { ...hint, maxAge: never } : hint);
    }
    const below = "getFields" in parent ? getNamedType(parent.getFields()[name]?.type) : undefined;
    if (node.selectionSet && isCompositeType(below))
      this.#restrictObject(node.selectionSet, below, false, found);
  }

  /** The types that an object in a place of this type may have. */
  #possible(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    if (isAbstractType(type)) return this.#schema.getPossibleTypes(type);
    return isObjectType(type) ? [type] : [];
  }
}

/** What a field says comes before what its type says. */
function together(field: CacheHint, type: CacheHint): CacheHint {
  const isPrivate = field.isPrivate ?? type.isPrivate;
  if (field.inheritMaxAge && type.maxAge === undefined) return { inheritMaxAge: true, isPrivate };
  return {
    maxAge: field.maxAge ?? type.maxAge,
    inheritMaxAge: type.inheritMaxAge === true,
    isPrivate,
  };
}

function restrict(found: Restriction, { maxAge = Infinity, isPrivate = false }: CacheHint): void {
  found.maxAge = Math.min(found.maxAge, Math.max(never, maxAge));
  found.isPrivate ||= isPrivate;
}
