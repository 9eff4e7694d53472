import {
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";

/** A field as an operation selects it, in any of its fragments. */
export interface SelectedField {
  readonly responseName: string;
  readonly node: FieldNode;
  /** The type around it. */
  readonly typeName: string;
  readonly type: GraphQLOutputType;
  readonly description: string | null;
  /** Empty: a scalar or an enum. */
  readonly fields: readonly SelectedField[];
}

export interface SelectionContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

interface Found {
  readonly type: GraphQLCompositeType;
  readonly node: FieldNode;
}

/** The fields of a valid selection in the order of the document, each response name once. */
export function selectedFields(
  context: SelectionContext,
  type: GraphQLCompositeType,
  selections: readonly SelectionSetNode[],
): readonly SelectedField[] {
  const found = new Map<string, Found[]>();
  for (const selection of selections) collect(context, type, selection, found);
  return [...found].flatMap(([responseName, places]) => toSelected(context, responseName, places));
}

function collect(
  context: SelectionContext,
  type: GraphQLCompositeType,
  { selections }: SelectionSetNode,
  found: Map<string, Found[]>,
): void {
  for (const node of selections) {
    if (node.kind === Kind.FIELD) {
      const name = node.alias?.value ?? node.name.value;
      found.set(name, [...(found.get(name) ?? []), { type, node }]);
      continue;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(node.name.value) : node;
    if (!fragment) continue;
    const condition = fragment.typeCondition && context.schema.getType(fragment.typeCondition.name.value);
    collect(context, isCompositeType(condition) ? condition : type, fragment.selectionSet, found);
  }
}

/** Empty for what GraphQL says of itself, such as `__typename`. */
function toSelected(
  context: SelectionContext,
  responseName: string,
  places: readonly Found[],
): readonly SelectedField[] {
  const [first] = places;
  if (!first || isUnionType(first.type)) return [];
  const field = first.type.getFields()[first.node.name.value];
  if (!field) return [];
  const named = getNamedType(field.type);
  const selections = places.flatMap(({ node }) => node.selectionSet ?? []);
  return [
    {
      responseName,
      node: first.node,
      typeName: first.type.name,
      type: field.type,
      description: field.description ?? null,
      fields: isCompositeType(named) ? selectedFields(context, named, selections) : [],
    },
  ];
}

/** Whether a type is a page of a list: it has edges with nodes, and says whether there are more. */
export function isConnection(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  if (!isObjectType(named)) return false;
  const { edges, pageInfo } = named.getFields();
  const edge = edges && getNamedType(edges.type);
  return pageInfo !== undefined && isObjectType(edge) && "node" in edge.getFields();
}
