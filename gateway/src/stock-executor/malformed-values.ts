import type { GraphQLFormattedError } from "graphql";
import { isJsonObject } from "../responses/json-object.js";
import type { SubgraphResponse } from "../responses/subgraph-response.js";
import { maxErrors } from "./max-errors.js";
import type { ResponseShape } from "./response-shapes.js";

type Path = (string | number)[];

/**
 * Puts null in place of each value of a response that is not the list or the object that it must be, and adds an
 * error with its path. Leaves are not checked here: Apollo Gateway checks them by their types.
 *
 * Apollo Gateway 2.14.4 asserts that lists are lists and objects are objects. One wrong value makes it drop the
 * whole answer. Test: gateway/test/malformed-responses.test.ts.
 */
export function replaceMalformedValues(
  service: string,
  response: SubgraphResponse,
  shape: ResponseShape,
): SubgraphResponse {
  const malformed: Path[] = [];
  const data = checkValue(response.data ?? null, shape, [], malformed);
  if (malformed.length === 0) return response;
  const message = `The subgraph "${service}" sent a value of another shape than was requested.`;
  const errors: GraphQLFormattedError[] = malformed
    .slice(0, maxErrors)
    .map((path) => ({ message, path, extensions: { code: "SUBGRAPH_ERROR" } }));
  return { data: data as Record<string, unknown> | null, errors: [...(response.errors ?? []), ...errors] };
}

/** Returns the value, or null where it is malformed. The values inside it are replaced in place. */
function checkValue(
  value: unknown,
  { listDepth, fields }: ResponseShape,
  path: Path,
  malformed: Path[],
): unknown {
  if (value === null || value === undefined) return value;
  if (listDepth > 0) {
    if (!Array.isArray(value)) return reject(path, malformed);
    checkChildren(value, value.keys(), { listDepth: listDepth - 1, fields }, path, malformed);
    return value;
  }
  if (!fields) return value;
  if (!isJsonObject(value) || !hasValidTypeName(value)) return reject(path, malformed);
  for (const [responseName, shape] of fields) {
    if (Object.hasOwn(value, responseName)) checkChildren(value, [responseName], shape, path, malformed);
  }
  return value;
}

function checkChildren(
  parent: Record<string | number, unknown> | unknown[],
  keys: Iterable<string | number>,
  shape: ResponseShape,
  path: Path,
  malformed: Path[],
): void {
  const container = parent as Record<string | number, unknown>;
  for (const key of keys) {
    path.push(key);
    container[key] = checkValue(container[key], shape, path, malformed);
    path.pop();
  }
}

function hasValidTypeName({ __typename: name }: Record<string, unknown>): boolean {
  return name === undefined || typeof name === "string";
}

function reject(path: Path, malformed: Path[]): null {
  malformed.push([...path]);
  return null;
}
