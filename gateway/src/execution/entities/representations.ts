import type { FetchDataRewrite, QueryPlanSelectionNode } from "@apollo/query-planner";
import { toPlainJson } from "../../responses/plain-json.js";
import { GeneratedCode, literal, property } from "../values/generated-code.js";
import { escapeText, getOwn, quote, toJson } from "../values/json-values.js";
import type { ResponseObject } from "../values/response-objects.js";
import type { SupergraphTypes } from "../values/supergraph-types.js";

/** A field of a representation. */
interface RequiredField {
  /** Where it is in the answer so far. */
  readonly name: string;
  /** What the subgraph calls it. */
  readonly sentName: string;
  /** The fields of an object in it. Undefined: it is a leaf. */
  readonly below: RequiredFields | undefined;
}

/** Appends a representation to a text. Null: a field is missing that the subgraph requires. */
type AppendText = (text: string, object: ResponseObject) => string | null;

interface RequiredOfType {
  readonly fields: readonly RequiredField[];
  /** The name of the type as the subgraph gets it. Undefined: the name that the object has. */
  readonly sentType: string | undefined;
  readonly append: AppendText;
  /** The only field besides the name of the type, where it is a leaf. */
  readonly onlyLeaf: string | undefined;
}

/** The fields that a subgraph requires of objects, by the type of the object. */
export class RequiredFields {
  readonly #selections: readonly QueryPlanSelectionNode[];
  readonly #types: SupergraphTypes;
  readonly #rewrites: readonly FetchDataRewrite[];
  readonly #dependsOnType: boolean;
  /** Whether all objects that have a representation are of one type. */
  readonly #isOneType: boolean;
  readonly #byType = new Map<string, RequiredOfType>();

  constructor(
    selections: readonly QueryPlanSelectionNode[],
    types: SupergraphTypes,
    rewrites: readonly FetchDataRewrite[] = [],
  ) {
    this.#selections = selections;
    this.#types = types;
    this.#rewrites = rewrites;
    this.#dependsOnType = selections.some(({ kind }) => kind === "InlineFragment");
    const [only, ...others] = selections;
    this.#isOneType =
      others.length === 0 && only?.kind === "InlineFragment" && types.isObject(only.typeCondition ?? "");
  }

  /** The text of an object's representation. Null: something is missing. Undefined: nothing is required of its type. */
  textOf(object: ResponseObject): string | null | undefined {
    return this.appendTo("", object);
  }

  /** Appends the text of an object's representation to a text. */
  appendTo(text: string, object: ResponseObject): string | null | undefined {
    const { fields, append } = this.#requiredOf(object);
    return fields.length === 0 ? undefined : append(text, object);
  }

  /**
   * What two objects have in common if their representations are equal, where it is shorter than their texts.
   * Undefined: only the texts can tell.
   */
  identityOf(object: ResponseObject): string | number | undefined {
    const { onlyLeaf } = this.#requiredOf(object);
    const value = this.#isOneType && onlyLeaf !== undefined ? object[onlyLeaf] : undefined;
    return typeof value === "string" || typeof value === "number" ? value : undefined;
  }

  /** The value that has this text. */
  valueOf(object: ResponseObject): Record<string, unknown> {
    const { fields, sentType } = this.#requiredOf(object);
    const entries = fields.map(({ name, sentName, below }) => {
      if (name === "__typename" && sentType !== undefined) return [name, sentType] as const;
      const value = getOwn(object, name);
      return [sentName, below ? valuesOf(below, value) : toPlainJson(value)] as const;
    });
    return Object.fromEntries(entries);
  }

  #requiredOf(object: ResponseObject): RequiredOfType {
    const type = this.#dependsOnType ? typeNameOf(object) : "";
    const known = this.#byType.get(type);
    if (known) return known;
    const fields = collect(this.#selections, type, this.#types);
    const sentType = this.#dependsOnType ? this.#sentTypeOf(type) : undefined;
    const others = fields.filter(({ name }) => name !== "__typename");
    const onlyLeaf = others.length === 1 && !others[0]?.below ? others[0]?.name : undefined;
    const required = { fields, sentType, onlyLeaf, append: compile(fields, sentType) };
    // A subgraph may send any name. Only those of the supergraph are worth keeping.
    if (type === "" || this.#types.has(type)) this.#byType.set(type, required);
    return required;
  }

  /** Where a subgraph knows an interface as an object type, an entity is sent to it under the name of the interface. */
  #sentTypeOf(type: string): string {
    return this.#rewrites.reduce((current, rewrite) => {
      const [condition = "", field] = rewrite.path;
      const applies =
        rewrite.kind === "ValueSetter" &&
        field === "__typename" &&
        this.#types.isOfType(current, condition.slice("... on ".length));
      return applies ? String(rewrite.setValueTo) : current;
    }, type);
  }
}

function typeNameOf(object: ResponseObject): string {
  const name = object["__typename"];
  return typeof name === "string" ? name : "";
}

function collect(
  selections: readonly QueryPlanSelectionNode[],
  type: string,
  types: SupergraphTypes,
): readonly RequiredField[] {
  const byName = new Map<string, { selections: QueryPlanSelectionNode[]; isLeaf: boolean }>();
  const add = (nodes: readonly QueryPlanSelectionNode[]) => {
    for (const node of nodes) {
      if (node.kind === "InlineFragment") {
        if (node.typeCondition === undefined || types.isOfType(type, node.typeCondition))
          add(node.selections);
        continue;
      }
      const name = node.alias ?? node.name;
      const known = byName.get(name) ?? { selections: [], isLeaf: node.selections === undefined };
      byName.set(name, known);
      known.selections.push(...(node.selections ?? []));
    }
  };
  add(selections);
  return [...byName].map(([name, { selections: below, isLeaf }]) => ({
    name,
    sentName: types.fieldNameOf(name),
    below: isLeaf ? undefined : new RequiredFields(below, types),
  }));
}

function compile(fields: readonly RequiredField[], sentType: string | undefined): AppendText {
  const code = new GeneratedCode();
  const lines = ["let value;"];
  // What is the same for all objects is appended together with the next value.
  let pending = "{";
  for (const [index, { name, sentName, below }] of fields.entries()) {
    pending += `${index === 0 ? "" : ","}${quote(sentName)}:`;
    if (name === "__typename" && sentType !== undefined) {
      pending += quote(sentType);
      continue;
    }
    lines.push(`value = ${property("o", name)};`, "if (value === undefined) return null;");
    lines.push(below ? appendObjects(code, below, pending) : appendLeaf(code, pending));
    pending = "";
  }
  lines.push(`return text + ${literal(`${pending}}`)};`);
  return code.compile(code.define("text, o", lines.join("\n"))) as AppendText;
}

function appendObjects(code: GeneratedCode, below: RequiredFields, pending: string): string {
  const append = `${code.constant(appendAll)}(${code.constant(below)}, text + ${literal(pending)}, value)`;
  return `text = ${append};\nif (text === null) return null;`;
}

function appendLeaf(code: GeneratedCode, pending: string): string {
  return `if (typeof value === "string") {
text += ${literal(`${pending}"`)};
text += ${code.constant(escapeText)}(value);
text += '"';
} else {
text += ${literal(pending)};
text += ${code.constant(toJson)}(value);
}`;
}

/** Appends an object, null, or a list of them. Null: something is missing. */
function appendAll(fields: RequiredFields, text: string, value: unknown): string | null {
  if (value === null) return `${text}null`;
  if (typeof value !== "object") return null;
  if (!Array.isArray(value)) {
    const longer = fields.appendTo(text, value as ResponseObject);
    return longer === undefined ? `${text}{}` : longer;
  }
  let whole = `${text}[`;
  for (const [index, item] of value.entries()) {
    const longer = appendAll(fields, index === 0 ? whole : `${whole},`, item ?? null);
    if (longer === null) return null;
    whole = longer;
  }
  return `${whole}]`;
}

function valuesOf(fields: RequiredFields, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return value.map((item) => valuesOf(fields, item));
  return fields.valueOf(value as ResponseObject);
}
