import { Kind, parse, type FieldNode, type SelectionSetNode } from "graphql";
import { LRUCache } from "lru-cache";
import { fieldTypesOf, rootTypesOf, type FieldTypes } from "./field-types.js";

/** What a value of a response must be. */
export interface ResponseShape {
  /** How many lists are around the values. */
  readonly listDepth: number;
  /** An object's fields by response name, of all its possible types. Undefined: the value is a leaf. */
  readonly fields: ReadonlyMap<string, ResponseShape> | undefined;
}

/** The fetches of some thousand operations. */
const cachedShapes = 5_000;

/** Reads from the query of a fetch, and from the supergraph, what the response must look like. */
export class ResponseShapes {
  readonly #types: FieldTypes;
  readonly #roots: ReadonlyMap<string, string>;
  readonly #shapes = new LRUCache<string, ResponseShape>({ max: cachedShapes });

  constructor(supergraphSdl: string) {
    this.#types = fieldTypesOf(supergraphSdl);
    this.#roots = rootTypesOf(supergraphSdl);
  }

  shapeOf(query: string): ResponseShape {
    const known = this.#shapes.get(query);
    if (known) return known;
    const shape: ResponseShape = { listDepth: 0, fields: this.#readOperation(query) };
    this.#shapes.set(query, shape);
    return shape;
  }

  #readOperation(query: string): ReadonlyMap<string, ResponseShape> {
    const fields = new Map<string, ResponseShape>();
    for (const definition of parse(query, { noLocation: true }).definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      this.#collect(definition.selectionSet, this.#roots.get(definition.operation), fields);
    }
    return fields;
  }

  #collect(
    selectionSet: SelectionSetNode,
    typeName: string | undefined,
    fields: Map<string, ResponseShape>,
  ): void {
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#collect(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, fields);
      }
      if (selection.kind === Kind.FIELD) this.#addField(selection, typeName, fields);
    }
  }

  #addField(
    { alias, name, selectionSet }: FieldNode,
    typeName: string | undefined,
    fields: Map<string, ResponseShape>,
  ): void {
    const responseName = alias?.value ?? name.value;
    const isEntities = name.value === "_entities";
    const type = this.#types.get(typeName ?? "")?.get(name.value);
    if (name.value === "__typename" || (!type && !isEntities)) return;
    const inner = new Map(fields.get(responseName)?.fields);
    if (selectionSet) this.#collect(selectionSet, type?.typeName, inner);
    fields.set(responseName, { listDepth: type?.listDepth ?? 1, fields: selectionSet ? inner : undefined });
  }
}
