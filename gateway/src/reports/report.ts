import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type OperationDefinitionNode,
} from "graphql";
import { fragmentsOf } from "../execution/operation/fragments.js";
import type { GraphFacts } from "./graph-facts.js";
import { HeaderError, toHeaderError } from "./header-text.js";
import { readHeader, type ChartHeader, type ChoicesHeader, type ReportHeader } from "./report-header.js";
import { reportColumns, type ReportColumn } from "./report-columns.js";
import { reportParameters, type ReportParameter } from "./report-parameters.js";
import { requiredScopes } from "./required-scopes.js";
import { selectedFields, type SelectedField } from "./selected-fields.js";
import { joinedColumns } from "./table-level.js";
import { TableRows } from "./table-rows.js";
import { tableTree, type TableColumn } from "./table-tree.js";

/** A stored operation, in a file. */
export interface StoredOperation {
  /** The name of the file without its ending. */
  readonly name: string;
  /** The path of the file, for messages. */
  readonly file: string;
  readonly text: string;
}

/** An operation whose answers are a table. */
export interface Table {
  readonly name: string;
  readonly text: string;
  readonly operation: OperationDefinitionNode;
  readonly rows: TableRows;
  /** The places of columns that no row has empty. */
  readonly only: readonly number[];
  /** How many items a page of the list has that is paged. Undefined: the document says it, or none is paged. */
  readonly pageSize: number | undefined;
}

export interface Report extends Table {
  readonly header: Pick<ReportHeader, "title" | "description" | "map">;
  readonly charts: readonly ChartHeader[];
  readonly parameters: readonly ReportParameter[];
  readonly columns: readonly ReportColumn[];
  /** One of these lists of scopes is needed. Empty: everyone may ask. */
  readonly scopes: readonly (readonly string[])[];
}

/** An operation that lists values to choose from. */
export interface Choices extends Table {
  /** The places of these in a row. */
  readonly value: number;
  readonly title: number;
  readonly note: readonly number[];
  /** The variable that takes a list of values, to list only these. Undefined: all are listed at once. */
  readonly values: string | undefined;
}

export type ReadOperation =
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "choices"; readonly choices: Choices };

/** Most lists of the graph give so many items at once. */
const largestPage = 100;

/** Undefined: the operation has no header, and is no report. Throws `HeaderError` where it does not fit the graph. */
export function readReport(stored: StoredOperation, facts: GraphFacts): ReadOperation | undefined {
  const { file, text } = stored;
  const header = readHeader(text, file);
  if (!header) return undefined;
  const document = parseDocument(stored);
  const [misfit] = validate(facts.schema, document, undefined, { maxErrors: 1 });
  if (misfit) throw toHeaderError(misfit, file, 1);
  try {
    return header.kind === "report"
      ? { kind: "report", report: toReport(stored, document, header.report, facts) }
      : { kind: "choices", choices: toChoices(stored, document, header.choices, facts) };
  } catch (error) {
    throw new HeaderError(file, error instanceof Error ? error.message : String(error));
  }
}

function parseDocument({ text, file }: StoredOperation): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    throw toHeaderError(error, file, 1);
  }
}

function toReport(
  stored: StoredOperation,
  document: DocumentNode,
  header: ReportHeader,
  facts: GraphFacts,
): Report {
  const { table, columns: found, fields } = toTable(stored, document, facts);
  const joined = new Set([
    ...joinedColumns(table.rows.level),
    ...found.flatMap(({ isList }, index) => (isList ? index : [])),
  ]);
  const find = finderOf(found);
  const named = (path: string) => found[find(path)]?.path ?? path;
  const headers = header.columns.map((column) => ({ ...column, path: named(column.path) }));
  const paging = table.rows.paging ? Object.values(table.rows.paging).filter((name) => name) : [];
  const { title, description, map } = header;
  return {
    ...table,
    only: header.only.map(find),
    header: {
      title,
      description,
      ...(map && { map: { code: named(map.code), values: map.values.map(named) } }),
    },
    charts: header.charts.map(({ x, y, series, ...chart }) => ({
      ...chart,
      x: named(x),
      y: y.map(named),
      ...(series !== undefined && { series: named(series) }),
    })),
    parameters: reportParameters(
      table.operation.variableDefinitions ?? [],
      header.parameters,
      new Set(paging),
      facts,
    ),
    columns: reportColumns(found, joined, facts, headers),
    scopes: requiredScopes(fields, facts),
  };
}

function toChoices(
  stored: StoredOperation,
  document: DocumentNode,
  { value, title, note, values }: ChoicesHeader,
  facts: GraphFacts,
): Choices {
  const { table, columns } = toTable(stored, document, facts, true);
  const find = finderOf(columns);
  const { variableDefinitions = [] } = table.operation;
  if (values !== undefined && !variableDefinitions.some(({ variable }) => variable.name.value === values))
    throw new Error(`expected a variable $${values}, as @choices names one`);
  return { ...table, value: find(value), title: find(title), note: note.map(find), values };
}

interface FoundTable {
  readonly table: Table;
  readonly columns: readonly TableColumn[];
  readonly fields: readonly SelectedField[];
}

function toTable(
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
  return { table: { name, text, operation, rows, pageSize, only: [] }, columns: tree.columns, fields };
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
function finderOf(columns: readonly TableColumn[]): (path: string) => number {
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
