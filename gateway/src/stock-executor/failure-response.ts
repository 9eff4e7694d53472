import { Kind, parse, type SelectionNode, type SelectionSetNode } from "graphql";
import type { FetchFailedError } from "../responses/fetch-failure.js";
import type { SubgraphResponse } from "../responses/subgraph-response.js";
import { maxErrors } from "./max-errors.js";
import type { StockFetch } from "./stock-fetch.js";

type Path = readonly (string | number)[];

/**
 * Makes the response to a fetch that failed: no data, and an error for each requested field with its path.
 *
 * Apollo Gateway 2.14.4 reports a failed fetch as one error without a path, and leaves the fields null without
 * saying why. Test: gateway/test/malformed-responses.test.ts.
 */
export function failureResponse(fetch: StockFetch, { code, message }: FetchFailedError): SubgraphResponse {
  const paths = [...missingPaths(fetch)].slice(0, maxErrors);
  const errors = paths.map((path) => ({ message, path, extensions: { code } }));
  return { data: null, errors: errors.length > 0 ? errors : [{ message, extensions: { code } }] };
}

/** The representations in a fetch of entities. Undefined for a fetch of root fields. */
export function representationsOf({ variables }: StockFetch): readonly unknown[] | undefined {
  const representations = variables?.["representations"];
  return Array.isArray(representations) ? representations : undefined;
}

function* missingPaths(fetch: StockFetch): Iterable<Path> {
  const operation = parse(fetch.query, { noLocation: true }).definitions.find(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) return;
  const representations = representationsOf(fetch);
  const entities = fieldNamed(operation.selectionSet, "_entities");
  if (!representations || !entities) {
    for (const name of responseNames(operation.selectionSet)) yield [name];
    return;
  }
  for (const [index, representation] of representations.entries()) {
    for (const name of namesForType(entities, typeNameOf(representation))) yield ["_entities", index, name];
  }
}

function fieldNamed(selectionSet: SelectionSetNode, name: string): SelectionSetNode | undefined {
  const field = selectionSet.selections.find(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === name,
  );
  return field?.kind === Kind.FIELD ? field.selectionSet : undefined;
}

/**
 * The response names of the fields that are requested of a type. If no fragment names the type, the fragments name
 * its interfaces: then all of them count.
 */
function namesForType(entities: SelectionSetNode, typeName: string | undefined): ReadonlySet<string> {
  const own = entities.selections.filter((selection) => conditionOf(selection) === typeName);
  return responseNames({ kind: Kind.SELECTION_SET, selections: own.length > 0 ? own : entities.selections });
}

function conditionOf(selection: SelectionNode): string | undefined {
  return selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined;
}

function responseNames(selectionSet: SelectionSetNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      for (const name of responseNames(selection.selectionSet)) names.add(name);
    }
    if (selection.kind === Kind.FIELD && selection.name.value !== "__typename") {
      names.add(selection.alias?.value ?? selection.name.value);
    }
  }
  return names;
}

function typeNameOf(representation: unknown): string | undefined {
  if (typeof representation !== "object" || representation === null) return undefined;
  const { __typename: name } = representation as { readonly __typename?: unknown };
  return typeof name === "string" ? name : undefined;
}
