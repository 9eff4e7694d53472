import type { Language, Parameter, Report } from "../catalog/catalog.types.js";

/** What is filled in, by parameter: no text where nothing is, several for a list. */
export type ParameterValues = Readonly<Record<string, readonly string[]>>;

/** The type's name without `!` and brackets. */
export const baseType = ({ type }: Parameter): string => type.replaceAll(/[[\]!]/g, "");

export type Control = "choice" | "search" | "boolean" | "integer" | "number" | "date" | "text";

const controls: Readonly<Record<string, Control>> = {
  Boolean: "boolean",
  Int: "integer",
  Float: "number",
  VND: "integer",
  Date: "date",
};

/** The control that a parameter is filled in with. */
export function controlOf(parameter: Parameter): Control {
  if (parameter.choices) return "url" in parameter.choices ? "search" : "choice";
  return controls[baseType(parameter)] ?? "text";
}

/** Where the values of a parameter are searched for, with titles in the language. Empty: they are not. */
export const searchUrl = ({ choices }: Parameter, language: Language): string =>
  choices && "url" in choices ? `${choices.url}?lang=${language}` : "";

/** The texts of a default. */
function toTexts(value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(toTexts);
  return [typeof value === "object" ? JSON.stringify(value) : `${value as string | number | boolean}`];
}

export const defaultValues = (report: Report): ParameterValues =>
  Object.fromEntries(report.parameters.map(({ name, default: value }) => [name, toTexts(value)]));

export type Problem =
  | { readonly kind: "fillIn" | "numberExpected" | "integerExpected" }
  | { readonly kind: "atLeast" | "atMost"; readonly limit: number };

function numberProblem(parameter: Parameter, text: string): Problem | undefined {
  const control = controlOf(parameter);
  if (control !== "integer" && control !== "number") return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) return { kind: "numberExpected" };
  if (control === "integer" && !Number.isInteger(value)) return { kind: "integerExpected" };
  const { minimum, maximum } = parameter;
  if (minimum !== undefined && value < minimum) return { kind: "atLeast", limit: minimum };
  if (maximum !== undefined && value > maximum) return { kind: "atMost", limit: maximum };
  return undefined;
}

/** What is wrong with what is filled in, by parameter. The server checks again. */
export function findProblems(report: Report, values: ParameterValues): Readonly<Record<string, Problem>> {
  const found = report.parameters.flatMap((parameter): [string, Problem][] => {
    const texts = values[parameter.name] ?? [];
    // A default stands where a required parameter is left empty.
    if (parameter.isRequired && texts.length === 0 && toTexts(parameter.default).length === 0)
      return [[parameter.name, { kind: "fillIn" }]];
    const problem = texts.map((text) => numberProblem(parameter, text)).find((one) => one !== undefined);
    return problem ? [[parameter.name, problem]] : [];
  });
  return Object.fromEntries(found);
}

/** The parameters as the query of the report's address: a list repeats its name. */
export function toQuery(report: Report, values: ParameterValues): URLSearchParams {
  const query = new URLSearchParams();
  for (const { name } of report.parameters) for (const text of values[name] ?? []) query.append(name, text);
  return query;
}

const readAs: Readonly<Partial<Record<Control, (text: string) => unknown>>> = {
  boolean: (text) => text === "true",
  integer: Number,
  number: Number,
};

/** The variables of the report's operation, as JSON has them. What is left empty has its default. */
export function toVariables(report: Report, values: ParameterValues): Readonly<Record<string, unknown>> {
  const shared = report.parameters.filter(isShared).flatMap((parameter): [string, unknown][] => {
    const read = readAs[controls[baseType(parameter)] ?? "text"] ?? String;
    const given = (values[parameter.name] ?? []).map((text) => read(text));
    if (given.length === 0) return [];
    return [[parameter.name, parameter.isList ? given : given[0]]];
  });
  return Object.fromEntries(shared);
}

/** Typed texts may name a person: they are never part of a link. */
export const isShared = (parameter: Parameter): boolean => controlOf(parameter) !== "text";
