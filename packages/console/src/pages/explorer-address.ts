import type { Report } from "../catalog/catalog.types.js";
import { toVariables, type ParameterValues } from "../parameters/parameter-values.js";

/** "poverty-by-commune" is the operation PovertyByCommune. */
const operationName = (report: Report): string =>
  report.name.replaceAll(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());

/** Opens the operation of a report in the explorer, with what is filled in. As in links, typed texts are left out. */
export function explorerAddress(report: Report, values: ParameterValues): string {
  const variables = JSON.stringify(toVariables(report, values), null, 2);
  return `/explorer/#${new URLSearchParams({ operation: operationName(report), variables })}`;
}
