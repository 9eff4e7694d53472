import { Kind, type ConstDirectiveNode, type DocumentNode } from "graphql";
import { readDirective } from "../planning/join-directives.js";
import { linkedDirective, ownSpecifications } from "../planning/links.js";

/** What `@cacheControl` says of a type or a field. */
export interface CacheHint {
  /** In seconds. Undefined: it does not say. */
  readonly maxAge?: number | undefined;
  /** Whether it may be kept as long as what is around it. */
  readonly inheritMaxAge?: boolean;
  /** Undefined: it does not say. */
  readonly isPrivate?: boolean | undefined;
}

interface CacheControlArguments {
  readonly maxAge?: number | null;
  readonly scope?: string | null;
  readonly inheritMaxAge?: boolean | null;
}

const noHint: CacheHint = {};

/** The hints of a supergraph, under the name that it gives the directive. */
export class CacheHints {
  readonly #directive: string | undefined;
  /** By the names of types, and by `Type.field`. */
  readonly #hints = new Map<string, CacheHint>();

  constructor(supergraph: DocumentNode) {
    this.#directive = linkedDirective(supergraph, "cacheControl", { publisher: ownSpecifications });
    for (const definition of supergraph.definitions) {
      if (!("name" in definition) || !definition.name || !("directives" in definition)) continue;
      const type = definition.name.value;
      this.#add(type, definition.directives as readonly ConstDirectiveNode[] | undefined);
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      for (const { name, directives } of definition.fields ?? [])
        this.#add(`${type}.${name.value}`, directives);
    }
  }

  /** Whether anything may be kept at all. */
  get isEmpty(): boolean {
    return this.#hints.size === 0;
  }

  ofType(type: string): CacheHint {
    return this.#hints.get(type) ?? noHint;
  }

  ofField(type: string, field: string): CacheHint {
    return this.#hints.get(`${type}.${field}`) ?? noHint;
  }

  #add(place: string, directives: readonly ConstDirectiveNode[] = []): void {
    const directive = directives.find(({ name }) => name.value === this.#directive);
    if (directive) this.#hints.set(place, toHint(readDirective<CacheControlArguments>(directive)));
  }
}

function toHint({ maxAge, scope, inheritMaxAge }: CacheControlArguments): CacheHint {
  const isPrivate = scope === null || scope === undefined ? undefined : scope === "PRIVATE";
  if (inheritMaxAge === true) return { inheritMaxAge, isPrivate };
  return { maxAge: maxAge ?? undefined, isPrivate };
}
