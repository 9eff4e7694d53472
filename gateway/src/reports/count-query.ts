import {
  getNamedType,
  getNullableType,
  GraphQLInt,
  isObjectType,
  Kind,
  print,
  validate,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { SelectedField } from "./selected-fields.js";
import type { TableRows } from "./table-rows.js";

/** Counts the list that a report pages. */
export interface CountQuery {
  readonly text: string;
  readonly operationName: string;
  /** The names of the report's variables that it takes. */
  readonly variables: readonly string[];
}

/** The field of a list that says its length. */
export const countField = "totalCount";

/** Undefined: no list is paged, or the graph does not count it. */
export function countQuery(
  operation: OperationDefinitionNode,
  fields: readonly SelectedField[],
  { pagedSteps, paging }: Pick<TableRows, "pagedSteps" | "paging">,
  schema: GraphQLSchema,
): CountQuery | undefined {
  const way = fieldsAt(fields, pagedSteps);
  const list = way.at(-1);
  if (!paging || !list || !isCounted(list)) return undefined;
  const pages: ReadonlySet<string | undefined> = new Set(Object.values(paging));
  const count = way.toReversed().reduce<FieldNode>((below, { node }) => {
    const given = node.arguments?.flatMap((argument) => withoutPage(argument, pages)) ?? [];
    return { ...node, arguments: given, selectionSet: { kind: Kind.SELECTION_SET, selections: [below] } };
  }, leaf);
  const operationName = `${operation.name?.value}Count`;
  const { document, variables } = toDocument(operation, operationName, count);
  // A field on the way may be one of a fragment's type only.
  if (validate(schema, document, undefined, { maxErrors: 1 }).length > 0) return undefined;
  return { text: print(document), operationName, variables };
}

const leaf: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: countField } };

function fieldsAt(
  fields: readonly SelectedField[],
  [step, ...below]: readonly string[],
): readonly SelectedField[] {
  const field = fields.find(({ responseName }) => responseName === step);
  return field ? [field, ...fieldsAt(field.fields, below)] : [];
}

function isCounted({ type }: SelectedField): boolean {
  const named = getNamedType(type);
  const counted = isObjectType(named) ? named.getFields()[countField] : undefined;
  return counted !== undefined && getNullableType(counted.type) === GraphQLInt;
}

/** Of a list that is only counted, one item is read. */
function withoutPage(
  argument: ArgumentNode,
  pages: ReadonlySet<string | undefined>,
): readonly ArgumentNode[] {
  const { kind } = argument.value;
  if (argument.name.value === "first") return [{ ...argument, value: { kind: Kind.INT, value: "1" } }];
  const isPage = kind === Kind.VARIABLE && pages.has(argument.value.name.value);
  return isPage ? [] : [argument];
}

function toDocument(
  operation: OperationDefinitionNode,
  name: string,
  count: FieldNode,
): { readonly document: DocumentNode; readonly variables: readonly string[] } {
  const used = new Set<string>();
  visit(count, { Variable: ({ name: variable }) => void used.add(variable.value) });
  const definition: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: operation.operation,
    name: { kind: Kind.NAME, value: name },
    variableDefinitions: operation.variableDefinitions?.filter(({ variable }) =>
      used.has(variable.name.value),
    ),
    selectionSet: { kind: Kind.SELECTION_SET, selections: [count] },
  };
  return { document: { kind: Kind.DOCUMENT, definitions: [definition] }, variables: [...used] };
}
