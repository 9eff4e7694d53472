import type { OperationDefinitionNode } from "graphql";
import type { CountQuery } from "./count-query.js";
import type { ReportColumn } from "./report-columns.js";
import type { ChartHeader, ReportHeader } from "./report-header.js";
import type { ReportParameter } from "./report-parameters.js";
import type { RequiredAccess } from "./required-access.js";
import type { TableRows } from "./table-rows.js";

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
  /** Whether the variable `$language` says in which language texts are asked for. */
  readonly hasLanguage: boolean;
  /** How many items a page of the list has that is paged. Undefined: the document says it, or none is paged. */
  readonly pageSize: number | undefined;
  /** Counts the list that is paged. Undefined: none is, or the graph does not count it. */
  readonly count: () => CountQuery | undefined;
}

export interface Report extends Table {
  readonly header: Pick<ReportHeader, "title" | "description" | "map">;
  readonly charts: readonly ChartHeader[];
  readonly parameters: readonly ReportParameter[];
  readonly columns: readonly ReportColumn[];
  readonly access: RequiredAccess;
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
