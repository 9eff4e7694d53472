import { buildSchema, getDirectiveValues, Kind, parse, validate } from "graphql";
import { findHeader, HeaderError, toHeaderError } from "./header-text.js";

/** A text for people, in both languages. */
export interface Title {
  readonly en: string;
  readonly vi: string;
}

export const columnKinds = ["TEXT", "INTEGER", "NUMBER", "PERCENT", "MONEY", "DATE", "BOOLEAN"] as const;
export const chartKinds = ["BAR", "LINE", "STACKED", "TARGET", "COMPARED"] as const;

/** What the header says of a variable. */
export interface ParameterHeader {
  readonly name: string;
  readonly title: Title;
  readonly description?: Title;
  /** The operation in the folder "choices" that lists the values to choose from. */
  readonly choices?: string;
  /** The values to choose from. No other is taken. */
  readonly values?: readonly { readonly value: string; readonly title: Title }[];
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface ColumnHeader {
  readonly path: string;
  readonly title?: Title;
  readonly role?: "VALUE" | "PROVENANCE";
  readonly kind?: (typeof columnKinds)[number];
}

export interface ChartHeader {
  readonly kind: (typeof chartKinds)[number];
  readonly title?: Title;
  /** Paths of columns. */
  readonly x: string;
  readonly y: readonly string[];
  readonly series?: string;
  /** Whether the values of rows with the same place are added. Else the reader chooses among them. */
  readonly sum: boolean;
}

export interface MapHeader {
  readonly code: string;
  readonly values: readonly string[];
  /** As that of a chart. */
  readonly sum: boolean;
}

export interface ReportHeader {
  readonly title: Title;
  readonly description: Title;
  readonly parameters: readonly ParameterHeader[];
  readonly columns: readonly ColumnHeader[];
  /** Paths of columns. A row where one of them is empty is left out. */
  readonly only: readonly string[];
  readonly charts: readonly ChartHeader[];
  readonly map?: MapHeader;
}

/** Of an operation that lists values to choose from: which columns are the value, its title, and a note beside it. */
export interface ChoicesHeader {
  readonly value: string;
  readonly title: string;
  readonly note: readonly string[];
  /** The variable that takes a list of values, to list only these. Without it, all are listed at once. */
  readonly values?: string;
}

export type Header =
  | { readonly kind: "report"; readonly report: ReportHeader }
  | { readonly kind: "choices"; readonly choices: ChoicesHeader };

/** What a header may say: docs/reports.md explains it. */
const definition = buildSchema(`
  directive @report(
    title: Title!
    description: Title!
    parameters: [Parameter!]! = []
    columns: [Column!]! = []
    only: [String!]! = []
    charts: [Chart!]! = []
    map: Map
  ) on QUERY
  directive @choices(value: String!, title: String!, note: [String!]! = [], values: String) on QUERY

  input Title { en: String! vi: String! }
  input Value { value: String! title: Title! }
  input Parameter {
    name: String!
    title: Title!
    description: Title
    choices: String
    values: [Value!]
    minimum: Float
    maximum: Float
  }
  input Column { path: String! title: Title role: Role kind: ColumnKind }
  input Chart { kind: ChartKind! title: Title x: String! y: [String!]! series: String sum: Boolean! = false }
  input Map { code: String! values: [String!]! sum: Boolean! = false }
  enum Role { VALUE PROVENANCE }
  enum ColumnKind { ${columnKinds.join(" ")} }
  enum ChartKind { ${chartKinds.join(" ")} }
  type Query { nothing: Boolean }
`);

/** Undefined: the document has no header. Throws `HeaderError` with the line, and what was expected there. */
export function readHeader(document: string, file: string): Header | undefined {
  const found = findHeader(document, file);
  if (!found) return undefined;
  try {
    const parsed = parse(`query ${found.text} { nothing }`);
    const [problem] = validate(definition, parsed, undefined, { maxErrors: 1 });
    if (problem) throw problem;
    const [operation] = parsed.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("Expected an operation");
    const kind = operation.directives?.[0]?.name.value === "report" ? "report" : "choices";
    const directive = definition.getDirective(kind);
    if (!directive) throw new Error(`Expected a definition of @${kind}`);
    // The definition above has checked it.
    const values = getDirectiveValues(directive, operation) as unknown;
    return kind === "report"
      ? { kind, report: values as ReportHeader }
      : { kind, choices: values as ChoicesHeader };
  } catch (error) {
    if (error instanceof HeaderError) throw error;
    throw toHeaderError(error, file, found.line);
  }
}
