import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, getNamedType, isEnumType, isObjectType, type GraphQLField } from "graphql";
import { root } from "./documents.js";

type Field = GraphQLField<unknown, unknown>;
const api = buildSchema(readFileSync(join(root, "schema/api.graphql"), "utf8"));

const hasAfter = ({ args }: Field) => args.some(({ name }) => name === "after");
const rootLists = Object.values(api.getQueryType()?.getFields() ?? {}).filter(hasAfter);

/** The orders of a list, as arguments. One without a choice has one. */
function ordersOf({ args }: Field): readonly string[] {
  const type = args.find(({ name }) => name === "orderBy")?.type;
  const named = type && getNamedType(type);
  return isEnumType(named) ? named.getValues().map(({ name }) => `, orderBy: ${name}`) : [""];
}

/** A list of the root in one of its orders. */
export interface OrderedList {
  readonly list: string;
  readonly order: string;
}

export const orderedLists: readonly OrderedList[] = rootLists.flatMap((list) =>
  ordersOf(list).map((order) => ({ list: list.name, order })),
);

/** A list within the rows of a list of the root. */
export interface NestedList {
  readonly outer: string;
  readonly inner: string;
}

const nodeTypeOf = (list: Field) => /^(\w+)Connection$/.exec(getNamedType(list.type).name)?.[1] ?? "";

export const nestedLists: readonly NestedList[] = rootLists.flatMap((outer) => {
  const type = api.getType(nodeTypeOf(outer));
  const inner = isObjectType(type) ? Object.values(type.getFields()).filter(hasAfter) : [];
  return inner.map(({ name }) => ({ outer: outer.name, inner: name }));
});

// The first units are communes, and have none below them.
const withRows: Readonly<Record<string, string>> = { children: ", filter: { level: PROVINCE }" };

/** The field `outer` whose rows have a nested list, as a selection around the one of the list. */
export const inRowsOf = ({ outer, inner }: NestedList, selection: string): string =>
  `list: ${outer}(first: 20${withRows[inner] ?? ""}) { edges { node { ${selection} } } }`;
