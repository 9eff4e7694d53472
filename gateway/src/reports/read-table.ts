import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type OperationDefinitionNode,
} from "graphql";
import { fragmentsOf } from "../execution/operation/fragments.js";
import { countQuery, type CountQuery } from "./count-query.js";
import type { GraphFacts } from "./graph-facts.js";
import type { StoredOperation, Table } from "./report.js";
import { takesLanguage } from "./report-language.js";
import { selectedFields, type SelectedField } from "./selected-fields.js";
import { TableRows } from "./table-rows.js";
import { tableTree, type TableColumn } from "./table-tree.js";

/** Most lists of the graph give so many items at once. */
const largestPage = 100;

interface FoundTable {
  readonly table: Table;
  readonly columns: readonly TableColumn[];
  readonly fields: readonly SelectedField[];
}

/** Throws where the operation of a document cannot be a table. */
export function readTable(
  { name, text }: StoredOperation,
  document: DocumentNode,
  { schema, lookups }: GraphFacts,
  mayBeCut = false,
): FoundTable {
  const operation = getOperationAST(document);
  const type = schema.getQueryType();
  if (operation?.operation !== OperationTypeNode.QUERY || !type) throw new Error("expected one query");
  const expected = operationNameOf(name);
  if (operation.name?.value !== expected) throw new Error(`expected the query to be named ${expected}`);
  const context = { schema, fragments: fragmentsOf(document) };
  const fields = selectedFields(context, type, [operation.selectionSet]);
  const lookup = fields.find((field) => lookups.has(`${type.name}.${field.node.name.value}`));
  if (lookup)
    throw new Error(`expected no ${lookup.node.name.value}: a URL is no place for the secret that it takes`);
  const tree = tableTree(fields, mayBeCut);
  const rows = new TableRows(tree);
  const pageSize = rows.paging?.first === undefined ? undefined : pageSizeOf(operation, rows.paging.first);
  let counting: { readonly query: CountQuery | undefined } | undefined;
  // Few ask for it, so no start waits for it.
  const count = () => (counting ??= { query: countQuery(operation, fields, rows, schema) }).query;
  const hasLanguage = takesLanguage(operation, schema);
  const table = { name, text, operation, rows, hasLanguage, pageSize, only: [], count };
  return { table, columns: tree.columns, fields };
}

/** The name that logs and metrics say: of "figures-by-year", "FiguresByYear". */
const operationNameOf = (name: string): string =>
  name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** The document's own default where it has one: an operation may be too dear with more. */
function pageSizeOf({ variableDefinitions = [] }: OperationDefinitionNode, variable: string): number {
  const found = variableDefinitions.find((definition) => definition.variable.name.value === variable);
  return found?.defaultValue?.kind === Kind.INT ? Number(found.defaultValue.value) : largestPage;
}

/** Finds a column by its path, or by the end of it where no other column ends so. */
export function columnFinder(columns: readonly TableColumn[]): (path: string) => number {
  return (path) => {
    const exact = columns.findIndex((column) => column.path === path);
    if (exact !== -1) return exact;
    const ending = columns.flatMap((column, index) => (column.path.endsWith(`.${path}`) ? index : []));
    const [only] = ending;
    if (only !== undefined && ending.length === 1) return only;
    const known = columns.map((column) => column.path).join(", ");
    throw new Error(`expected one of the columns ${known}, but got: ${path}`);
  };
}
