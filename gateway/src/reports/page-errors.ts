import type { GraphQLFormattedError } from "graphql";
import { codeOf } from "./page-failure.js";
import type { Report } from "./report.js";

/** What failed, and which columns lack values. */
interface ReportError {
  readonly code: string;
  /** The subgraph that failed. Null: it was none. */
  readonly service: string | null;
  readonly message: string;
  /** Names of columns. */
  readonly columns: readonly string[];
}

/** The pages of one report may fail again and again. */
const mostErrors = 100;

/** The errors of all pages, those that say the same once. */
export class PageErrors {
  readonly #report: Report;
  readonly #errors = new Map<string, ReportError>();

  constructor(report: Report) {
    this.#report = report;
  }

  get all(): readonly ReportError[] {
    return [...this.#errors.values()];
  }

  add(errors: readonly GraphQLFormattedError[]): void {
    for (const error of errors) {
      if (this.#errors.size === mostErrors) return;
      const service = error.extensions?.["service"];
      const told = {
        code: codeOf(error),
        service: typeof service === "string" ? service : null,
        message: error.message,
        columns: this.#columnsOf(error),
      };
      const key = JSON.stringify([told.code, told.service, told.columns]);
      if (!this.#errors.has(key)) this.#errors.set(key, told);
    }
  }

  /** All columns, where the error has no place in the answer. */
  #columnsOf({ path = [], extensions }: GraphQLFormattedError): readonly string[] {
    const fields: unknown = extensions?.["fields"];
    const places = Array.isArray(fields) ? fields.map((field) => String(field).split(".")) : [path];
    const paths = places.map((place) => this.#report.rows.columnPath(place));
    const names = this.#report.columns.map(({ name }) => name);
    return names.filter((name) => paths.some((at) => `${name}.`.startsWith(at === "" ? "" : `${at}.`)));
  }
}
