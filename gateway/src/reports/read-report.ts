import { parse, validate, type DocumentNode } from "graphql";
import type { GraphFacts } from "./graph-facts.js";
import { HeaderError, toHeaderError } from "./header-text.js";
import { readHeader, type ChoicesHeader, type ReportHeader } from "./report-header.js";
import { columnFinder, readTable } from "./read-table.js";
import { reportColumns, type ReportColumn } from "./report-columns.js";
import { reportParameters } from "./report-parameters.js";
import type { Choices, ReadOperation, Report, StoredOperation } from "./report.js";
import { languageVariable } from "./report-language.js";
import { requiredAccess } from "./required-access.js";
import { joinedColumns } from "./table-level.js";

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
  const { table, columns: found, fields } = readTable(stored, document, facts);
  const joined = new Set([
    ...joinedColumns(table.rows.level),
    ...found.flatMap(({ isList }, index) => (isList ? index : [])),
  ]);
  const find = columnFinder(found);
  const named = (path: string) => found[find(path)]?.path ?? path;
  const headers = header.columns.map((column) => ({ ...column, path: named(column.path) }));
  const paging = table.rows.paging ? Object.values(table.rows.paging).filter((name) => name) : [];
  const { title, description, map } = header;
  const columns = reportColumns(found, joined, facts, headers);
  const added = [
    ...header.charts.filter(({ sum }) => sum).flatMap(({ y }) => y),
    ...(map?.sum ? map.values : []),
  ];
  refuseSums(added.map(named), columns);
  return {
    ...table,
    only: header.only.map(find),
    header: {
      title,
      description,
      ...(map && { map: { ...map, code: named(map.code), values: map.values.map(named) } }),
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
      new Set([...paging, ...(table.hasLanguage ? [languageVariable] : [])]),
      facts,
    ),
    columns,
    access: requiredAccess(fields, facts),
  };
}

/** Rates, and what was joined to one text, cannot be added. */
function refuseSums(names: readonly string[], columns: readonly ReportColumn[]): void {
  const wrong = columns.find(
    ({ name, kind }) => names.includes(name) && kind !== "integer" && kind !== "money",
  );
  if (wrong) throw new Error(`expected whole numbers or money to add, but got: ${wrong.name}`);
}

function toChoices(
  stored: StoredOperation,
  document: DocumentNode,
  { value, title, note, values }: ChoicesHeader,
  facts: GraphFacts,
): Choices {
  const { table, columns } = readTable(stored, document, facts, true);
  const find = columnFinder(columns);
  const { variableDefinitions = [] } = table.operation;
  if (values !== undefined && !variableDefinitions.some(({ variable }) => variable.name.value === values))
    throw new Error(`expected a variable $${values}, as @choices names one`);
  return { ...table, value: find(value), title: find(title), note: note.map(find), values };
}
