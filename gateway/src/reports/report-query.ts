import { RequestError } from "@an-sinh/server/errors";
import type { Language } from "./cell-texts.js";
import type { GraphFacts } from "./graph-facts.js";
import { parameterValues, type ParameterProblem } from "./parameter-values.js";
import type { Report } from "./report.js";

export const formats = ["csv", "xlsx", "json"] as const;
export type Format = (typeof formats)[number];

/** What a URL asks of a report. */
export interface ReportQuery {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly language: Language;
  /** Of a CSV file: whether it begins with a byte order mark. */
  readonly hasMark: boolean;
  /** Of a JSON document: whether it may lack the values of a subgraph that fails. */
  readonly isPartial: boolean;
}

/** Throws `RequestError` with everything that is wrong. */
export function readReportQuery(
  report: Report,
  format: Format,
  given: ReadonlyMap<string, readonly string[]>,
  facts: Pick<GraphFacts, "scalarForms">,
): ReportQuery {
  const problems: ParameterProblem[] = [];
  const oneOf = (name: string, allowed: readonly string[]): string => {
    const [text = allowed[0] ?? "", ...others] = (given.get(name) ?? []).filter((value) => value !== "");
    if (others.length > 0 || !allowed.includes(text))
      problems.push({
        argument: name,
        message: `The parameter ${name} is wrong: expected ${allowed.join(" or ")}.`,
      });
    return text;
  };
  const language = oneOf("lang", ["en", "vi"]);
  const hasMark = oneOf("bom", format === "csv" ? ["false", "true"] : ["false"]);
  const isPartial = oneOf("partial", format === "json" ? ["false", "true"] : ["false"]);
  const variables = parameterValues(report.parameters, given, facts, problems);
  if (problems.length > 0) throw refuseParameters(problems);
  return {
    variables,
    language: language === "vi" ? "vi" : "en",
    hasMark: hasMark === "true",
    isPartial: isPartial === "true",
  };
}

function refuseParameters(problems: readonly ParameterProblem[]): RequestError {
  const code = "BAD_USER_INPUT";
  const errors = problems.map(({ message, argument }) => ({ message, extensions: { code, argument } }));
  return new RequestError(400, code, "The parameters are wrong.", {}, errors);
}
