import type { DocumentNode } from "graphql";
import { isComposedType, readDirective } from "../planning/join-directives.js";
import { linkedDirective, ownSpecifications } from "../planning/links.js";
import { SupergraphError } from "../supergraph/subgraph-locations.js";

/** By "Type.field": how often a caller may ask for a field with `@secretLookup` in a minute. */
export type LookupFields = ReadonlyMap<string, number>;

/**
 * The fields that find something by a secret. Throws where such a field is not one of the
 * root: below a list, one look-up would be many.
 */
export function readLookupFields(supergraph: DocumentNode): LookupFields {
  const name = linkedDirective(supergraph, "secretLookup", { publisher: ownSpecifications });
  const found = new Map<string, number>();
  for (const type of supergraph.definitions.filter(isComposedType)) {
    for (const field of type.fields ?? []) {
      const directive = field.directives?.find((candidate) => candidate.name.value === name);
      if (!directive) continue;
      if (type.name.value !== "Query")
        throw new SupergraphError(`expected @${name} at fields of Query only, but got: ${type.name.value}`);
      const { perMinute } = readDirective<{ readonly perMinute: number }>(directive);
      found.set(`${type.name.value}.${field.name.value}`, perMinute);
    }
  }
  return found;
}
