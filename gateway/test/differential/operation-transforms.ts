import {
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type NameNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** An operation with the values of its variables. */
export interface Request {
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
}

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value });
const typeNameField: FieldNode = { kind: Kind.FIELD, name: nameNode("__typename") };

/** The same operation without `__schema` and `__type`. */
export function withoutIntrospection({ document, variables }: Request): Request {
  const isIntrospection = (selection: SelectionNode) =>
    selection.kind === Kind.FIELD && ["__schema", "__type"].includes(selection.name.value);
  return {
    variables,
    document: visit(document, {
      SelectionSet: (set) =>
        filled(
          set,
          set.selections.filter((selection) => !isIntrospection(selection)),
        ),
    }),
  };
}

/** The same operation with aliases that mean nothing, another one for each field with each arguments. */
export function withPlainAliases({ document, variables }: Request): Request {
  const aliases = new Map<string, string>();
  const aliasFor = (field: FieldNode, type: string): string => {
    const key = JSON.stringify([type, field.alias?.value ?? field.name.value, field.name.value]);
    const alias = aliases.get(key) ?? `plain${aliases.size}`;
    aliases.set(key, alias);
    return alias;
  };
  return {
    variables,
    document: visit(document, {
      Field: (field) =>
        field.name.value.startsWith("__") && !field.alias
          ? undefined
          : { ...field, alias: nameNode(aliasFor(field, "")) },
    }),
  };
}

/** The same operation with variables that mean nothing. */
export function withPlainVariables({ document, variables }: Request): Request {
  const plain = (name: string) => `plain_${name.replaceAll("_", "")}`;
  return {
    document: visit(document, { Variable: (node) => ({ ...node, name: nameNode(plain(node.name.value)) }) }),
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [plain(name), value])),
  };
}

/** The same operation, whose conditions have been evaluated. */
export function withoutConditions({ document, variables }: Request): Request {
  const values = { ...defaultsOf(document), ...variables };
  const isSelected = (node: SelectionNode) =>
    getDirectiveValues(GraphQLSkipDirective, node, values)?.["if"] !== true &&
    getDirectiveValues(GraphQLIncludeDirective, node, values)?.["if"] !== false;
  const bare = (node: SelectionNode): SelectionNode => ({ ...node, directives: [] });
  return {
    variables,
    document: visit(document, {
      SelectionSet: (set) => filled(set, set.selections.filter(isSelected).map(bare)),
    }),
  };
}

function defaultsOf(document: DocumentNode): Record<string, unknown> {
  const [operation] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const { variableDefinitions = [] } = operation as OperationDefinitionNode;
  const given = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.BOOLEAN ? [[variable.name.value, defaultValue.value] as const] : [],
  );
  return Object.fromEntries(given);
}

/** What the planner can be asked to plan. */
const longestText = 3_000;

/**
 * The same operation with one fragment for each object type, not nested in others, and with other aliases in each.
 * An operation that would become too long stays as it is.
 */
export function withObjectFragments(schema: GraphQLSchema, { document, variables }: Request): Request {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const expand = (parent: GraphQLCompositeType, set: SelectionSetNode): SelectionSetNode => {
    if (!isAbstractType(parent))
      return filled(
        set,
        set.selections.flatMap((node) => expandNode(parent, node)),
      );
    const members = schema.getPossibleTypes(parent).map((member) => ({
      kind: Kind.INLINE_FRAGMENT as const,
      typeCondition: { kind: Kind.NAMED_TYPE as const, name: nameNode(member.name) },
      selectionSet: expand(member, set),
    }));
    return { ...set, selections: members };
  };
  const expandNode = (parent: GraphQLCompositeType, node: SelectionNode): readonly SelectionNode[] => {
    if (node.kind === Kind.FIELD) {
      const type = isObjectType(parent) ? getNamedType(parent.getFields()[node.name.value]?.type) : undefined;
      const own = { ...node, alias: nameNode(`${(node.alias ?? node.name).value}In${parent.name}`) };
      return [
        type && node.selectionSet && isCompositeType(type)
          ? { ...own, selectionSet: expand(type, node.selectionSet) }
          : own,
      ];
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
    if (!fragment) return [];
    const { typeCondition, selectionSet } = fragment;
    const type = typeCondition ? schema.getType(typeCondition.name.value) : parent;
    const applies =
      type === parent || (isAbstractType(type) && isObjectType(parent) && schema.isSubType(type, parent));
    if (!applies) return [];
    const inner = expand(parent, selectionSet);
    const { directives = [] } = node;
    return directives.length > 0
      ? [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: inner }]
      : inner.selections;
  };
  const [operation] = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const definition = operation as OperationDefinitionNode;
  const root = schema.getRootType(definition.operation);
  if (!root) return { document, variables };
  const expanded = { ...definition, selectionSet: expand(root, definition.selectionSet) };
  const result: DocumentNode = { kind: Kind.DOCUMENT, definitions: [expanded] };
  return print(result).replaceAll(/\s+/g, " ").length > longestText
    ? { document, variables }
    : { document: result, variables };
}

function filled(set: SelectionSetNode, selections: readonly SelectionNode[]): SelectionSetNode {
  return { ...set, selections: selections.length > 0 ? selections : [typeNameField] };
}
