import { Kind, parseType, type DocumentNode, type TypeNode } from "graphql";
import { isComposedType, joinedFieldsOf } from "./join-directives.js";

interface SubgraphField {
  /** The subgraph, as `join__Graph` names it. */
  readonly graph: string;
  readonly typeName: string;
  readonly fieldName: string;
}

/** The types of the fields of a supergraph, as each subgraph knows them. */
export class SubgraphFields {
  readonly #types = new Map<string, string>();

  constructor(supergraph: DocumentNode) {
    for (const { name, fields = [] } of supergraph.definitions.filter(isComposedType)) {
      for (const field of fields) {
        this.#types.set(`${name.value}.${field.name.value}`, namedTypeOf(field.type));
      }
    }
    for (const { graph, typeName, field, type } of joinedFieldsOf(supergraph)) {
      if (type) this.#types.set(`${graph}:${typeName}.${field.name.value}`, namedTypeOf(parseType(type)));
    }
  }

  /** The name of the field's type, without lists. A subgraph's own type may be narrower than the supergraph's. */
  typeNameOf({ graph, typeName, fieldName }: SubgraphField): string | undefined {
    const place = `${typeName}.${fieldName}`;
    return this.#types.get(`${graph}:${place}`) ?? this.#types.get(place);
  }
}

export function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}
