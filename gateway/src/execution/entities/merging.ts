import { Kind, type SelectionSetNode } from "graphql";
import { GeneratedCode, literal, property } from "../values/generated-code.js";
import { getOwn } from "../values/json-values.js";
import { isJsonObject } from "../../responses/json-object.js";
import type { ResponseObject } from "../values/response-objects.js";
import { markPartial } from "./unknown-entities.js";
import type { SupergraphTypes } from "../values/supergraph-types.js";

/** Adds the fields that a subgraph sent for an object to the object. Their values are shared, not copied. */
type Merge = (target: ResponseObject, sent: ResponseObject) => void;

/** Compiles the merge for what was selected. `renames` holds the fields that are merged under another name. */
export function compileMerge(
  selectionSet: SelectionSetNode,
  types: SupergraphTypes,
  renames: readonly string[] = [],
): Merge {
  const fields: MergedFields = new Map();
  addFields(selectionSet, fields);
  // Only where objects have to be told apart by their types does a field have another name.
  for (const name of renames) fields.set(name, fields.get(name) ?? new Map());
  const code = new GeneratedCode();
  const lines = [...fields].map(([name, below]) => {
    if (name === "__typename") return `${code.constant(mergeTypeName)}(t, s, ${code.constant(types)});`;
    const [from, to] = [property("s", name), property("t", name)];
    const combined = below
      ? `${to} === undefined ? value : ${code.constant(combine)}(${to}, value, ${code.constant(below)})`
      : `value === null && ${to} !== undefined ? ${to} : value`;
    return `value = ${from};\nif (value !== undefined) t[${literal(name)}] = ${combined};`;
  });
  return code.compile(code.define("t, s", `let value;\n${lines.join("\n")}`)) as Merge;
}

/** The fields of an object, and those of the objects in them. Undefined: the field is a leaf. */
type MergedFields = Map<string, MergedFields | undefined>;

function addFields({ selections }: SelectionSetNode, fields: MergedFields): void {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) addFields(selection.selectionSet, fields);
    if (selection.kind !== Kind.FIELD) continue;
    const name = selection.alias?.value ?? selection.name.value;
    const below = selection.selectionSet ? (fields.get(name) ?? new Map()) : undefined;
    fields.set(name, below);
    if (below && selection.selectionSet) addFields(selection.selectionSet, below);
  }
}

/** A subgraph may know only the interface of an object. The name of the object's own type counts more. */
function mergeTypeName(target: ResponseObject, sent: ResponseObject, types: SupergraphTypes): void {
  const name = sent["__typename"];
  if (typeof name !== "string") return;
  if (target["__typename"] === undefined || types.isObject(name)) target["__typename"] = name;
}

/** Another subgraph sent null in place of the value. */
function partial(value: unknown): unknown {
  if (Array.isArray(value)) for (const item of value) partial(item);
  else if (isJsonObject(value)) markPartial(value);
  return value;
}

/** Two subgraphs sent one field: its objects have the fields of both. Of a leaf, the first value counts. */
function combine(present: unknown, sent: unknown, fields: MergedFields | undefined): unknown {
  if (sent === undefined || present === sent) return present;
  if (!fields) return present ?? sent;
  if (present === undefined) return sent;
  if (sent === null) return partial(present);
  if (present === null) return partial(sent);
  if (Array.isArray(present) && Array.isArray(sent)) {
    if (present.length !== sent.length) return sent;
    for (const [index, item] of sent.entries()) present[index] = combine(present[index], item, fields);
    return present;
  }
  if (!isJsonObject(present) || !isJsonObject(sent)) return present ?? sent;
  for (const name of Object.keys(sent)) {
    present[name] = combine(getOwn(present, name), sent[name], fields.get(name));
  }
  return present;
}
