import type { Language, Report } from "../catalog/catalog.types.js";
import { isShared, type ParameterValues } from "../parameters/parameter-values.js";
import { parseSort, writeSort, type Sort } from "../table/sort-rows.js";

export const views = ["table", "chart", "map"] as const;

export type View = (typeof views)[number];

/** What a link opens. */
export interface Address {
  readonly language: Language | undefined;
  readonly report: string | undefined;
  /** Set once the report was asked for. */
  readonly view: View | undefined;
  readonly chart: number;
  /** The column that the map shows. */
  readonly mapValue: number;
  readonly sort: Sort | undefined;
  /** Those of the report's parameters, still as texts. */
  readonly parameters: ParameterValues;
}

const parameterPrefix = "p.";

const isLanguage = (text: string | null): text is Language => text === "en" || text === "vi";

const index = (text: string | null): number => (/^\d{1,2}$/.test(text ?? "") ? Number(text) : 0);

/** Reads the fragment of the page's address. What nobody knows is left out. */
export function readAddress(fragment: string): Address {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const language = given.get("lang");
  const parameters: Record<string, string[]> = {};
  for (const [key, value] of given) {
    if (!key.startsWith(parameterPrefix)) continue;
    const values = (parameters[key.slice(parameterPrefix.length)] ??= []);
    // An empty value says that a default was removed.
    if (value !== "") values.push(value);
  }
  return {
    language: isLanguage(language) ? language : undefined,
    report: given.get("report") ?? undefined,
    view: views.find((view) => view === given.get("view")),
    chart: index(given.get("chart")),
    mapValue: index(given.get("map")),
    sort: parseSort(given.get("sort") ?? ""),
    parameters,
  };
}

/**
 * The fragment for a view. A fragment is not sent to servers, so it is in no log; and a token or a typed text, which
 * may name a person, is never in it.
 */
export function writeAddress(address: Address, report: Report | undefined): string {
  const written = new URLSearchParams();
  const set = (key: string, value: string | undefined) => value && written.set(key, value);
  set("report", address.report);
  set("view", address.view);
  set("chart", address.chart > 0 ? String(address.chart) : undefined);
  set("map", address.mapValue > 0 ? String(address.mapValue) : undefined);
  set("sort", address.sort && writeSort(address.sort));
  for (const parameter of report?.parameters.filter(isShared) ?? []) {
    const values = address.parameters[parameter.name];
    if (!values) continue;
    for (const value of values.length > 0 ? values : [""])
      written.append(`${parameterPrefix}${parameter.name}`, value);
  }
  set("lang", address.language);
  return `#${written}`;
}
