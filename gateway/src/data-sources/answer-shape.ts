import { Kind, parse, type FieldNode, type GraphQLFormattedError, type SelectionSetNode } from "graphql";
import { LRUCache } from "lru-cache";
import { fieldTypesOf, rootTypesOf, type FieldTypes } from "./field-types.js";
import type { SubgraphAnswer, SubgraphFetch } from "./subgraph-source.js";

/** What may stand under one key of an answer. */
interface Shape {
  readonly listDepth: number;
  /** By key, whatever the type of the object; undefined for a leaf, which is checked later, by its type. */
  readonly fields: ReadonlyMap<string, Shape> | undefined;
}

type Path = (string | number)[];

/** As many as the plans of some thousand distinct operations hold. */
const cachedShapes = 5_000;
const maxErrors = 100;

/**
 * Compares a subgraph's answer with the fetch that it answers. The gateway relies on lists being lists and objects
 * being objects, and without them loses the whole answer; here only what is wrong becomes null, with an error.
 */
export class AnswerShapes {
  readonly #types: FieldTypes;
  readonly #roots: ReadonlyMap<string, string>;
  readonly #shapes = new LRUCache<string, Shape>({ max: cachedShapes });

  constructor(supergraphSdl: string) {
    this.#types = fieldTypesOf(supergraphSdl);
    this.#roots = rootTypesOf(supergraphSdl);
  }

  check(service: string, { query }: SubgraphFetch, answer: SubgraphAnswer): SubgraphAnswer {
    const wrong: Path[] = [];
    const data = conform(answer.data ?? null, this.#shapeOf(query), [], wrong);
    if (wrong.length === 0) return answer;
    const message = `The subgraph "${service}" answered with a value of another shape than was asked for.`;
    const errors: GraphQLFormattedError[] = wrong
      .slice(0, maxErrors)
      .map((path) => ({ message, path, extensions: { code: "SUBGRAPH_ERROR" } }));
    return { data: data as Record<string, unknown> | null, errors: [...(answer.errors ?? []), ...errors] };
  }

  #shapeOf(query: string): Shape {
    const known = this.#shapes.get(query);
    if (known) return known;
    const shape: Shape = { listDepth: 0, fields: this.#readOperation(query) };
    this.#shapes.set(query, shape);
    return shape;
  }

  #readOperation(query: string): ReadonlyMap<string, Shape> {
    const fields = new Map<string, Shape>();
    for (const definition of parse(query, { noLocation: true }).definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      this.#collect(definition.selectionSet, this.#roots.get(definition.operation), fields);
    }
    return fields;
  }

  #collect(selectionSet: SelectionSetNode, typeName: string | undefined, fields: Map<string, Shape>): void {
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
    fields: Map<string, Shape>,
  ): void {
    const key = alias?.value ?? name.value;
    const isEntities = name.value === "_entities";
    const type = this.#types.get(typeName ?? "")?.get(name.value);
    if (name.value === "__typename" || (!type && !isEntities)) return;
    const inner = new Map(fields.get(key)?.fields);
    if (selectionSet) this.#collect(selectionSet, type?.typeName, inner);
    fields.set(key, { listDepth: type?.listDepth ?? 1, fields: selectionSet ? inner : undefined });
  }
}

/** The value, with null for whatever does not have the shape; their paths are added to `wrong`. */
function conform(value: unknown, { listDepth, fields }: Shape, path: Path, wrong: Path[]): unknown {
  if (value === null || value === undefined) return value;
  if (listDepth > 0) {
    if (!Array.isArray(value)) return reject(path, wrong);
    conformEach(value, value.keys(), { listDepth: listDepth - 1, fields }, path, wrong);
    return value;
  }
  if (!fields) return value;
  if (!isObject(value) || !hasTypeName(value)) return reject(path, wrong);
  for (const [key, shape] of fields) {
    if (Object.hasOwn(value, key)) conformEach(value, [key], shape, path, wrong);
  }
  return value;
}

function conformEach(
  parent: Record<string | number, unknown> | unknown[],
  keys: Iterable<string | number>,
  shape: Shape,
  path: Path,
  wrong: Path[],
): void {
  const container = parent as Record<string | number, unknown>;
  for (const key of keys) {
    path.push(key);
    container[key] = conform(container[key], shape, path, wrong);
    path.pop();
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasTypeName({ __typename: name }: Record<string, unknown>): boolean {
  return name === undefined || typeof name === "string";
}

function reject(path: Path, wrong: Path[]): null {
  wrong.push([...path]);
  return null;
}
