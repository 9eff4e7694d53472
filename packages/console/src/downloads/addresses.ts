import type { Language, Report } from "../catalog/catalog.types.js";
import { toQuery, type ParameterValues } from "../parameters/parameter-values.js";

export type FileFormat = "csv" | "xlsx";

const base = (report: Report) => `/reports/${encodeURIComponent(report.name)}`;

/** The address of a file. Spreadsheets read a CSV file as Unicode where it begins with a byte order mark. */
export function fileAddress(
  report: Report,
  values: ParameterValues,
  language: Language,
  format: FileFormat,
): string {
  const query = toQuery(report, values);
  query.set("lang", language);
  if (format === "csv") query.set("bom", "true");
  return `${base(report)}.${format}?${query}`;
}

/** The address of the rows that the page shows, with names in the language of the page: what fails leaves cells empty and says so. */
export function rowsAddress(report: Report, values: ParameterValues, language: Language): string {
  const query = toQuery(report, values);
  query.set("lang", language);
  query.set("partial", "true");
  return `${base(report)}.json?${query}`;
}
