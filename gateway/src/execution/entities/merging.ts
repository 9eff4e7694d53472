import { Kind, type SelectionSetNode } from "graphql";
import { GeneratedCode, literal, property } from "../values/generated-code.js";
import { getOwn } from "../values/json-values.js";
import { isResponseObject, type ResponseObject } from "../values/response-objects.js";
import type { SupergraphTypes } from "../values/supergraph-types.js";

/** Adds the fields that a subgraph sent for an object to the object. Their values are shared, not copied. */
type Merge = (target: ResponseObject, sent: ResponseObject) => void;

/** Compiles the merge for what was selected. `renames` holds the fields that are merged under another name. */
export function compileMerge(
  selectionSet: SelectionSetNode,
  types: SupergraphTypes,
  renames: readonly string[] = [],
): Merge {
  const fields = new Map<string, boolean>();
  addFields(selectionSet, fields);
  for (const name of renames) fields.set(name, true);
  const code = new GeneratedCode();
  const lines = [...fields].map(([name, isObject]) => {
    if (name === "__typename") return `${code.constant(mergeTypeName)}(t, s, ${code.constant(types)});`;
    const [from, to] = [property("s", name), property("t", name)];
    const combined = isObject
      ? `${to} == null ? value : ${code.constant(combine)}(${to}, value)`
      : `value === null && ${to} !== undefined ? ${to} : value`;
    return `value = ${from};\nif (value !== undefined) t[${literal(name)}] = ${combined};`;
  });
  return code.compile(code.define("t, s", `let value;\n${lines.join("\n")}`)) as Merge;
}

function addFields({ selections }: SelectionSetNode, fields: Map<string, boolean>): void {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) addFields(selection.selectionSet, fields);
    if (selection.kind !== Kind.FIELD) continue;
    const name = selection.alias?.value ?? selection.name.value;
    fields.set(name, fields.get(name) === true || selection.selectionSet !== undefined);
  }
}

/** A subgraph may know only the interface of an object. The name of the object's own type counts more. */
function mergeTypeName(target: ResponseObject, sent: ResponseObject, types: SupergraphTypes): void {
  const name = sent["__typename"];
  if (typeof name !== "string") return;
  if (target["__typename"] === undefined || types.isObject(name)) target["__typename"] = name;
}

/** Two subgraphs sent one field: its objects have the fields of both. */
function combine(present: unknown, sent: unknown): unknown {
  if (sent === null || sent === undefined || present === sent) return present;
  if (Array.isArray(present) && Array.isArray(sent)) {
    if (present.length !== sent.length) return sent;
    for (const [index, item] of sent.entries()) present[index] = combine(present[index], item);
    return present;
  }
  if (!isResponseObject(present) || !isResponseObject(sent)) return present ?? sent;
  for (const name of Object.keys(sent)) {
    const own = getOwn(present, name);
    present[name] = own === undefined || own === null ? sent[name] : combine(own, sent[name]);
  }
  return present;
}
