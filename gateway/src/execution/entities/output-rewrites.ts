import type { FetchDataKeyRenamer, FetchDataRewrite } from "@apollo/query-planner";
import { getOwn } from "../values/json-values.js";
import { isJsonObject } from "../../responses/json-object.js";
import type { ResponseObject } from "../values/response-objects.js";
import type { SupergraphTypes } from "../values/supergraph-types.js";

const fragmentPrefix = "... on ";

/**
 * Gives fields of a response the names that the plan expects. Fields of several types that must not have one name in
 * a request have others there.
 */
export function renameFields(
  value: unknown,
  renames: readonly FetchDataKeyRenamer[],
  types: SupergraphTypes,
): void {
  for (const { path, renameKeyTo } of renames) renameAt(value, path, renameKeyTo, types);
}

export function renamesOf(rewrites: readonly FetchDataRewrite[] = []): readonly FetchDataKeyRenamer[] {
  return rewrites.filter((rewrite) => rewrite.kind === "KeyRenamer");
}

function renameAt(
  value: unknown,
  [step = "", ...rest]: readonly string[],
  to: string,
  types: SupergraphTypes,
): void {
  if (Array.isArray(value)) {
    for (const item of value) renameAt(item, [step, ...rest], to, types);
    return;
  }
  if (!isJsonObject(value)) return;
  if (step.startsWith(fragmentPrefix)) {
    if (mayBe(value, step.slice(fragmentPrefix.length), types)) renameAt(value, rest, to, types);
    return;
  }
  if (rest.length > 0) renameAt(getOwn(value, step), rest, to, types);
  else rename(value, step, to);
}

function mayBe({ __typename: name }: ResponseObject, condition: string, types: SupergraphTypes): boolean {
  return typeof name !== "string" || types.isOfType(name, condition);
}

function rename(object: ResponseObject, from: string, to: string): void {
  const value = getOwn(object, from);
  if (value === undefined) return;
  object[to] = value;
  object[from] = undefined;
}
