import { Kind, parse, type SelectionSetNode } from "graphql";
import type { BenchOperation } from "../operations/operations.js";

type Selected = Readonly<Record<string, unknown>>;

/**
 * What an answer lacks, in words: there are errors, a field of the root is null, or lists are empty. Null: nothing.
 * Whoever may see no rows answers fast, and so does a gateway whose subgraphs fail. The benchmark's own operations have
 * rows in all their lists, the stored ones at least in one.
 */
export function missingPart({ isStored }: BenchOperation, document: string, answer: string): string | null {
  const { data, errors } = JSON.parse(answer) as { data?: Selected | null; errors?: unknown };
  if (errors !== undefined) return `It has errors: ${JSON.stringify(errors).slice(0, 500)}`;
  if (!data || Object.values(data).includes(null)) return "It has no data.";
  if (isStored) return hasRows(data) ? null : "It has no rows.";
  const [operation] = parse(document).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("Expected an operation first");
  const path = pathOfEmpty(operation.selectionSet, [data]);
  return path === null ? null : `There are no rows at ${path}.`;
}

const hasRows = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : isObject(value) && Object.values(value).some(hasRows);

/** The path of the first field that has lists in these objects, and nothing in them. Fragments are not looked at. */
function pathOfEmpty({ selections }: SelectionSetNode, objects: readonly Selected[]): string | null {
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD || !selection.selectionSet) continue;
    const name = selection.alias?.value ?? selection.name.value;
    const values = objects.map((object) => object[name]);
    const below = values.flat().filter(isObject);
    const isEmpty = below.length === 0 && values.some(Array.isArray);
    const inner = isEmpty ? "" : pathOfEmpty(selection.selectionSet, below);
    if (inner !== null) return `/${name}${inner}`;
  }
  return null;
}

const isObject = (value: unknown): value is Selected => typeof value === "object" && value !== null;
