import type { ErrorCode } from "@an-sinh/server/errors";
import { Kind, parse, type SelectionNode, type SelectionSetNode } from "graphql";
import type { SubgraphAnswer, SubgraphFetch } from "./subgraph-source.js";

export interface FetchFailure {
  readonly code: Extract<ErrorCode, "SUBGRAPH_UNAVAILABLE" | "SUBGRAPH_TIMEOUT" | "SUBGRAPH_ERROR">;
  readonly message: string;
}

type Path = readonly (string | number)[];

/** Every field that stays null gets an error of its own, up to this many. */
const maxErrors = 100;

/** The answer to a fetch that failed as a whole: nothing, and for each field asked for an error with its path. */
export function failedFetch(fetch: SubgraphFetch, { code, message }: FetchFailure): SubgraphAnswer {
  const paths = [...missingPaths(fetch)].slice(0, maxErrors);
  const errors = paths.map((path) => ({ message, path, extensions: { code } }));
  return { data: null, errors: errors.length > 0 ? errors : [{ message, extensions: { code } }] };
}

/** The representations of entities that a fetch asks about; undefined for a fetch of root fields. */
export function representationsOf({ variables }: SubgraphFetch): readonly unknown[] | undefined {
  const representations = variables?.["representations"];
  return Array.isArray(representations) ? representations : undefined;
}

function* missingPaths(fetch: SubgraphFetch): Iterable<Path> {
  const operation = parse(fetch.query, { noLocation: true }).definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) return;
  const representations = representationsOf(fetch);
  const entities = fieldNamed(operation.selectionSet, "_entities");
  if (!representations || !entities) {
    for (const key of responseKeys(operation.selectionSet)) yield [key];
    return;
  }
  for (const [index, representation] of representations.entries()) {
    for (const key of keysForType(entities, typeNameOf(representation))) yield ["_entities", index, key];
  }
}

function fieldNamed(selectionSet: SelectionSetNode, name: string): SelectionSetNode | undefined {
  const field = selectionSet.selections.find(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === name,
  );
  return field?.kind === Kind.FIELD ? field.selectionSet : undefined;
}

/** The keys asked of a type; where no fragment names it, it is reached through an interface: then of all. */
function keysForType(entities: SelectionSetNode, typeName: string | undefined): ReadonlySet<string> {
  const own = entities.selections.filter((selection) => conditionOf(selection) === typeName);
  return responseKeys({ kind: Kind.SELECTION_SET, selections: own.length > 0 ? own : entities.selections });
}

function conditionOf(selection: SelectionNode): string | undefined {
  return selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined;
}

function responseKeys(selectionSet: SelectionSetNode): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      for (const key of responseKeys(selection.selectionSet)) keys.add(key);
    }
    if (selection.kind === Kind.FIELD && selection.name.value !== "__typename") {
      keys.add(selection.alias?.value ?? selection.name.value);
    }
  }
  return keys;
}

function typeNameOf(representation: unknown): string | undefined {
  if (typeof representation !== "object" || representation === null) return undefined;
  const { __typename: name } = representation as { readonly __typename?: unknown };
  return typeof name === "string" ? name : undefined;
}
