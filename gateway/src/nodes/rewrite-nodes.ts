import { ClientError } from "@an-sinh/server/errors";
import {
  doTypesOverlap,
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type NamedTypeNode,
  type NameNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Fragments } from "../execution/operation/fragments.js";
import { fieldDefinition } from "../execution/operation/field-definition.js";
import type { NodeSlots, NodeSlot } from "./node-slots.js";
import { mostSelections } from "./node-schema.js";
import { nodeInterface, type NodeTypes } from "./node-types.js";
import { isNodeField } from "./uses-nodes.js";

interface Rewriting {
  /** What clients see, with `node`. */
  readonly schema: GraphQLSchema;
  readonly types: NodeTypes;
  readonly fragments: Fragments;
  readonly slots: NodeSlots;
}

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value });
const namedType = (value: string): NamedTypeNode => ({ kind: Kind.NAMED_TYPE, name: nameNode(value) });

/** Stands where a type has nothing of what was selected: whether the object is there still shows. */
const nothing: SelectionNode = {
  kind: Kind.FIELD,
  name: nameNode("__typename"),
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: nameNode("skip"),
      arguments: [{ kind: Kind.ARGUMENT, name: nameNode("if"), value: { kind: Kind.BOOLEAN, value: true } }],
    },
  ],
};

/**
 * Writes selections so that they need neither `node` nor its interface: a `node` becomes the root field of the type that
 * its id names, and a fragment on the interface becomes one on each type that may stand there. What is made of one set
 * of selections for one type is made once, so the work does not grow with the number of ids.
 */
export class NodeRewriter {
  /** Those that are spread, under the names that they have now. */
  readonly fragments = new Map<string, FragmentDefinitionNode>();
  readonly #rewriting: Rewriting;
  /** Their names, by those that the client gave and the types for which they stand. */
  readonly #names = new Map<string, string>();
  readonly #sets = new Map<SelectionSetNode, Map<string, SelectionSetNode>>();
  readonly #sizes = new Map<SelectionSetNode, number>();

  constructor(rewriting: Rewriting) {
    this.#rewriting = rewriting;
  }

  /** Throws QUERY_TOO_COMPLEX where it would select too much. */
  set(given: SelectionSetNode, parent: GraphQLCompositeType): SelectionSetNode {
    const byType = this.#sets.get(given) ?? new Map<string, SelectionSetNode>();
    this.#sets.set(given, byType);
    const known = byType.get(parent.name);
    if (known) return known;
    const selections = given.selections.flatMap((selection) => this.#selection(selection, parent));
    const made = { ...given, selections: selections.length > 0 ? selections : [nothing] };
    byType.set(parent.name, made);
    this.#sizes.set(made, this.#measure(made));
    return made;
  }

  /** How many selections a set has with those below it. A fragment counts wherever it is spread. */
  sizeOf(set: SelectionSetNode): number {
    return this.#sizes.get(set) ?? 0;
  }

  #measure({ selections }: SelectionSetNode): number {
    let size = 0;
    for (const selection of selections) {
      const { selectionSet } =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? (this.fragments.get(selection.name.value) ?? {})
          : selection;
      size += 1 + (selectionSet ? this.sizeOf(selectionSet) : 0);
    }
    if (size > mostSelections) throw tooLarge();
    return size;
  }

  #selection(selection: SelectionNode, parent: GraphQLCompositeType): readonly SelectionNode[] {
    if (selection.kind === Kind.FIELD) return this.#field(selection, parent);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.#inline(selection, parent);
    const fragment = this.#rewriting.fragments.get(selection.name.value);
    if (!fragment) throw new Error("Expected a validated document to define its fragments");
    return this.#typesFor(fragment.typeCondition, parent).map((type) => ({
      ...selection,
      name: nameNode(this.#fragmentFor(fragment, type)),
    }));
  }

  #field(field: FieldNode, parent: GraphQLCompositeType): readonly FieldNode[] {
    const { schema, slots } = this.#rewriting;
    if (isNodeField(schema, parent, field.name.value)) {
      const own = slots.get(field.alias?.value ?? field.name.value) ?? [];
      return own.map((slot) => this.#rootField(field, slot));
    }
    const type = field.selectionSet && getNamedType(fieldDefinition(schema, parent, field.name.value).type);
    if (!field.selectionSet || !isCompositeType(type)) return [field];
    return [{ ...field, selectionSet: this.set(field.selectionSet, type) }];
  }

  #rootField({ selectionSet, ...field }: FieldNode, slot: NodeSlot): FieldNode {
    const { rootField, typeName, variable, alias } = slot;
    if (!selectionSet) throw new Error("Expected a validated document to select something of a node");
    return {
      ...field,
      alias: nameNode(alias),
      name: nameNode(rootField),
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: nameNode("id"),
          value: { kind: Kind.VARIABLE, name: nameNode(variable) },
        },
      ],
      selectionSet: this.set(selectionSet, this.#typeOf(typeName)),
    };
  }

  #inline(fragment: InlineFragmentNode, parent: GraphQLCompositeType): readonly InlineFragmentNode[] {
    const { typeCondition, selectionSet } = fragment;
    if (!typeCondition) return [{ ...fragment, selectionSet: this.set(selectionSet, parent) }];
    return this.#typesFor(typeCondition, parent).map((type) => ({
      ...fragment,
      typeCondition: namedType(type.name),
      selectionSet: this.set(selectionSet, type),
    }));
  }

  /** The types of the fragments that stand for one in a place of the type `parent`. None: it never applies there. */
  #typesFor({ name }: NamedTypeNode, parent: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    const { schema, types } = this.#rewriting;
    const condition = this.#typeOf(name.value);
    if (condition.name !== nodeInterface) return doTypesOverlap(schema, condition, parent) ? [condition] : [];
    const possible = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
    return possible.filter((type) => types.has(type.name));
  }

  /** The name of a fragment for a type. One on the interface becomes several. */
  #fragmentFor(fragment: FragmentDefinitionNode, type: GraphQLCompositeType): string {
    const key = `${fragment.name.value} ${type.name}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = this.#nameFor(fragment, type);
    this.#names.set(key, name);
    const typeCondition = namedType(type.name);
    const made = { ...fragment, name: nameNode(name), typeCondition };
    // The name is taken before what is below asks for others.
    this.fragments.set(name, made);
    this.fragments.set(name, { ...made, selectionSet: this.set(fragment.selectionSet, type) });
    return name;
  }

  #nameFor({ name, typeCondition }: FragmentDefinitionNode, type: GraphQLCompositeType): string {
    if (typeCondition.name.value !== nodeInterface) return name.value;
    let free = `${name.value}_${type.name}`;
    while (this.#rewriting.fragments.has(free) || this.fragments.has(free)) free += "_";
    return free;
  }

  #typeOf(name: string): GraphQLCompositeType {
    const type = this.#rewriting.schema.getType(name);
    if (!isCompositeType(type)) throw new Error(`Expected a validated document, but got: ${name}`);
    return type;
  }
}

function tooLarge(): ClientError {
  const message = `The query selects too much: with nodes in it, expected at most ${mostSelections} selections in all, those of a node counted for each object. Ask for fewer objects at a time.`;
  return new ClientError("QUERY_TOO_COMPLEX", message);
}
