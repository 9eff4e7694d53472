import type { ScalarForm } from "../planning/scalar-forms.js";
import type { GraphFacts } from "./graph-facts.js";
import { ownParameters, type ReportParameter } from "./report-parameters.js";

type Given = ReadonlyMap<string, readonly string[]>;

/** What is wrong with a parameter. It does not repeat the value. */
export interface ParameterProblem {
  readonly argument: string;
  readonly message: string;
}

/**
 * The variables that the parameters of a URL give. An empty text is none. What is wrong is added to the problems. Whether
 * a text is a value of its type, the graph says as well: what is checked here is that every problem is told at once.
 */
export function parameterValues(
  parameters: readonly ReportParameter[],
  given: Given,
  facts: Pick<GraphFacts, "scalarForms">,
  problems: ParameterProblem[],
): Readonly<Record<string, unknown>> {
  const known = new Set([...parameters.map(({ name }) => name), ...ownParameters]);
  const unknown = [...given.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    const names = [...known].join(", ");
    problems.push({
      argument: unknown[0]?.slice(0, 40) ?? "",
      message: `Expected no other parameters than ${names}.`,
    });
  }
  const values: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const { name, isList, isRequired } = parameter;
    const texts = (given.get(name) ?? []).filter((text) => text !== "");
    const tell = (expected: string) =>
      problems.push({ argument: name, message: `The parameter ${name} is wrong: expected ${expected}.` });
    if (texts.length === 0 && isRequired) tell("a value");
    if (texts.length > 1 && !isList) tell("one value");
    if (texts.length === 0 || (texts.length > 1 && !isList)) continue;
    const read = texts.map((text) => valueOf(text, parameter, facts));
    const wrong = read.find((value) => value instanceof Expected);
    if (wrong instanceof Expected) tell(wrong.text);
    else values[name] = isList ? read : read[0];
  }
  return values;
}

/** What was expected in place of a text. */
class Expected {
  constructor(readonly text: string) {}
}

/** A number of JSON. `Number` also takes spaces, other bases and "Infinity". */
const number = /^-?\d{1,300}(\.\d{1,300})?([eE][-+]?\d{1,3})?$/;

function valueOf(
  text: string,
  parameter: ReportParameter,
  { scalarForms }: Pick<GraphFacts, "scalarForms">,
): unknown {
  const { type, values } = parameter;
  if (values) {
    const isOne = values.some(({ value }) => value === text);
    if (!isOne) return new Expected(`one of ${values.map(({ value }) => value).join(", ")}`);
  }
  switch (formOfType.get(type) ?? scalarForms.get(type)) {
    case "integer":
      return /^-?\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text))
        ? withinBounds(Number(text), parameter)
        : new Expected(`a whole number${boundsOf(parameter)}`);
    case "number":
      return number.test(text) && Number.isFinite(Number(text))
        ? withinBounds(Number(text), parameter)
        : new Expected(`a number${boundsOf(parameter)}`);
    case "boolean":
      return text === "true" || text === "false" ? text === "true" : new Expected("true or false");
    case "date":
      return /^\d{4}-\d\d-\d\d$/.test(text) ? text : new Expected("a day, such as 2025-12-31");
    default:
      return text;
  }
}

const formOfType: ReadonlyMap<string, ScalarForm> = new Map([
  ["Int", "integer"],
  ["Float", "number"],
  ["Boolean", "boolean"],
  ["Date", "date"],
]);

function withinBounds(value: number, parameter: ReportParameter): number | Expected {
  const { minimum, maximum } = parameter;
  const fits = value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity);
  return fits ? value : new Expected(`a number${boundsOf(parameter)}`);
}

function boundsOf({ minimum, maximum }: ReportParameter): string {
  const from = minimum === null ? "" : ` from ${minimum}`;
  return maximum === null ? `${from}${from && " up"}` : `${from} up to ${maximum}`;
}
