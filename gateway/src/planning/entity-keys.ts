import { Kind, type DocumentNode } from "graphql";
import { parseFieldSet } from "./field-sets.js";
import {
  isComposedType,
  joinFieldsOf,
  joinTypesOf,
  serviceNamesOf,
  type ComposedType,
} from "./join-directives.js";

/** The keys by which subgraphs look up the objects of types, where a key is made of leaves. */
export class EntityKeys {
  /** By the name of the subgraph and of the type. */
  readonly #keys = new Map<string, (readonly string[])[]>();

  constructor(supergraph: DocumentNode) {
    const services = serviceNamesOf(supergraph);
    for (const type of supergraph.definitions) {
      if (!isComposedType(type) || type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      for (const { graph, key, resolvable = true } of joinTypesOf(type)) {
        const names = key === undefined || !resolvable ? undefined : leavesOf(key);
        if (names && !names.some((name) => isExternal(type, name, graph)))
          this.#add(services.get(graph) ?? graph, type.name.value, names);
      }
    }
  }

  of(service: string, typeName: string): readonly (readonly string[])[] {
    return this.#keys.get(`${service} ${typeName}`) ?? [];
  }

  #add(service: string, typeName: string, names: readonly string[]): void {
    const place = `${service} ${typeName}`;
    this.#keys.set(place, [...(this.#keys.get(place) ?? []), names]);
  }
}

/** The names of a key's fields. Undefined: there are objects in it. */
function leavesOf(key: string): readonly string[] | undefined {
  const { selections } = parseFieldSet(key);
  const names = selections.flatMap((field) =>
    field.kind === Kind.FIELD && !field.selectionSet ? [field.name.value] : [],
  );
  return names.length === selections.length ? names : undefined;
}

/** Whether the subgraph knows the field from others only. */
const isExternal = ({ fields = [] }: ComposedType, name: string, graph: string): boolean =>
  fields
    .filter((field) => field.name.value === name)
    .flatMap(joinFieldsOf)
    .some((join) => join.graph === graph && join.external === true);
