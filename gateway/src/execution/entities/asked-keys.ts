import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import { Kind, type FieldNode, type InlineFragmentNode, type SelectionSetNode } from "graphql";
import type { EntityKeys } from "../../planning/entity-keys.js";
import { GeneratedCode, literal, property } from "../values/generated-code.js";
import { scalarText } from "../values/leaf-values.js";
import type { ResponseObject } from "../values/response-objects.js";

/** Whether an entity that a subgraph sent is the one that it was asked for. */
export type IsAsked = (asked: ResponseObject, sent: ResponseObject) => boolean;

/** What tells that a subgraph sent the entities in the order in which it was asked for them. */
export interface AskedKeys {
  /** What is selected of the entities, with their keys. */
  readonly selectionSet: SelectionSetNode;
  readonly isAsked: IsAsked;
}

/** A field of a key, and the name under which the subgraph sends it. */
interface KeyField {
  readonly name: string;
  readonly sentName: string;
}

/** A fetch of entities. */
interface EntityFetch {
  readonly service: string;
  readonly selectionSet: SelectionSetNode;
  readonly requires: readonly QueryPlanSelectionNode[] | undefined;
}

/** Undefined: of no type is there a key that can be compared. */
export function askedKeys(
  { service, selectionSet, requires = [] }: EntityFetch,
  keys: EntityKeys,
): AskedKeys | undefined {
  const fieldsOf = new Map<string, readonly KeyField[]>();
  const taken = new Set(sentNamesIn(selectionSet));
  const selections = selectionSet.selections.map((selection) => {
    const type = selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined;
    if (selection.kind !== Kind.INLINE_FRAGMENT || type === undefined || fieldsOf.has(type)) return selection;
    const required = leavesRequiredOf(type, requires);
    const key = keys.of(service, type).find((names) => names.every((name) => required.has(name)));
    if (!key) return selection;
    const fields = key.map((name) => ({
      name,
      sentName: isSelected(name, selection) ? name : newName(taken),
    }));
    fieldsOf.set(type, fields);
    return withFields(selection, fields);
  });
  if (fieldsOf.size === 0) return undefined;
  const isOneType = fieldsOf.size === 1 && selections.length === 1;
  return { selectionSet: { ...selectionSet, selections }, isAsked: compileIsAsked(fieldsOf, isOneType) };
}

/** The leaves that the representation of a type has under their own names. */
function leavesRequiredOf(type: string, requires: readonly QueryPlanSelectionNode[]): ReadonlySet<string> {
  const names = requires.flatMap((fragment) =>
    fragment.kind === "InlineFragment" && fragment.typeCondition === type ? fragment.selections : [],
  );
  return new Set(
    names.flatMap((node) => (node.kind === "Field" && !node.alias && !node.selections ? [node.name] : [])),
  );
}

/** Whether a key is selected anyway, under its own name. */
const isSelected = (name: string, { selectionSet: { selections } }: InlineFragmentNode): boolean =>
  selections.some((field) => field.kind === Kind.FIELD && field.name.value === name && !field.alias);

const sentNamesIn = ({ selections }: SelectionSetNode): readonly string[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.alias?.value ?? selection.name.value];
    return selection.kind === Kind.INLINE_FRAGMENT ? sentNamesIn(selection.selectionSet) : [];
  });

/** A name that nothing has, in any type: GraphQL forbids one name for keys of different types. */
function newName(taken: Set<string>): string {
  let number = 0;
  while (taken.has(`_k${number}`)) number += 1;
  taken.add(`_k${number}`);
  return `_k${number}`;
}

function withFields(fragment: InlineFragmentNode, fields: readonly KeyField[]): InlineFragmentNode {
  const added = fields.flatMap(({ name, sentName }): FieldNode[] => {
    if (name === sentName) return [];
    const alias = { kind: Kind.NAME, value: sentName } as const;
    return [{ kind: Kind.FIELD, alias, name: { kind: Kind.NAME, value: name } }];
  });
  const { selectionSet } = fragment;
  return {
    ...fragment,
    selectionSet: { ...selectionSet, selections: [...selectionSet.selections, ...added] },
  };
}

function compileIsAsked(fieldsOf: ReadonlyMap<string, readonly KeyField[]>, isOneType: boolean): IsAsked {
  const code = new GeneratedCode();
  const same = code.constant(isSame);
  const comparisonOf = (fields: readonly KeyField[]) =>
    fields
      .map(({ name, sentName }) => [property("asked", name), property("sent", sentName)])
      .map(([asked, sent]) => `(${asked} === ${sent} || ${same}(${asked}, ${sent}))`)
      .join(" && ");
  const cases = [...fieldsOf].map(([type, fields]) =>
    isOneType
      ? `return ${comparisonOf(fields)};`
      : `if (asked.__typename === ${literal(type)}) return ${comparisonOf(fields)};`,
  );
  return code.compile(code.define("asked, sent", `${cases.join("\n")}\nreturn true;`)) as IsAsked;
}

/** An ID may be a number in one subgraph and a text in another. */
function isSame(asked: unknown, sent: unknown): boolean {
  return sent !== undefined && textOf(asked) === textOf(sent);
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : scalarText(value);
