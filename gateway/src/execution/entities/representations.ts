import type { FetchDataRewrite, QueryPlanSelectionNode } from "@apollo/query-planner";
import type { ResponseObject } from "../values/response-objects.js";
import { compileText, compileValue, type AppendText, type MakeValue } from "./representation-code.js";
import type { SupergraphTypes } from "../values/supergraph-types.js";

/** A field of a representation. */
export interface RequiredField {
  /** Where it is in the answer so far. */
  readonly name: string;
  /** What the subgraph calls it. */
  readonly sentName: string;
  /** The fields of an object in it. Undefined: it is a leaf. */
  readonly below: RequiredFields | undefined;
}

interface RequiredOfType {
  readonly fields: readonly RequiredField[];
  /** The name of the type as the subgraph gets it. Undefined: the name that the object has. */
  readonly sentType: string | undefined;
  readonly append: AppendText;
  readonly value: MakeValue;
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
   * What two objects have in common if their representations are equal, where it is shorter than their texts; nothing
   * is missing then. Undefined: only the texts can tell.
   */
  identityOf(object: ResponseObject): string | number | undefined {
    const { onlyLeaf } = this.#requiredOf(object);
    const value = this.#isOneType && onlyLeaf !== undefined ? object[onlyLeaf] : undefined;
    return typeof value === "string" || typeof value === "number" ? value : undefined;
  }

  /** The value that has this text. */
  valueOf(object: ResponseObject): Record<string, unknown> {
    return this.#requiredOf(object).value(object);
  }

  #requiredOf(object: ResponseObject): RequiredOfType {
    const type = this.#dependsOnType ? typeNameOf(object) : "";
    const known = this.#byType.get(type);
    if (known) return known;
    const fields = collect(this.#selections, type, this.#types);
    const sentType = this.#dependsOnType ? this.#sentTypeOf(type) : undefined;
    const others = fields.filter(({ name }) => name !== "__typename");
    const onlyLeaf = others.length === 1 && !others[0]?.below ? others[0]?.name : undefined;
    const append = compileText(fields, sentType);
    const required = { fields, sentType, onlyLeaf, append, value: compileValue(fields, sentType) };
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
