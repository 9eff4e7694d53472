import {
  chartKinds,
  columnKinds,
  type Bilingual,
  type Chart,
  type Choice,
  type Column,
  type MapOfUnits,
  type Parameter,
  type Report,
} from "./catalog.types.js";

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const objects = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const number = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((entry) => entry === value);

/** A text in both languages. One that is given once stands for both. */
function bilingual(value: unknown): Bilingual | undefined {
  if (typeof value === "string" && value !== "") return { en: value, vi: value };
  if (!isObject(value)) return undefined;
  const [en, vi] = [text(value["en"]), text(value["vi"])];
  return en || vi ? { en: en || vi, vi: vi || en } : undefined;
}

const titled = (value: unknown, otherwise: string): Bilingual =>
  bilingual(value) ?? { en: otherwise, vi: otherwise };

export function readChoices(value: unknown): readonly Choice[] {
  return objects(value).flatMap((choice) => {
    const chosen = text(choice["value"]);
    if (chosen === "") return [];
    return { value: chosen, title: titled(choice["title"], chosen), note: bilingual(choice["note"]) };
  });
}

function readParameter(parameter: Json): Parameter {
  const name = text(parameter["name"]);
  return {
    name,
    type: text(parameter["type"]),
    title: titled(parameter["title"], name),
    description: bilingual(parameter["description"]),
    default: parameter["default"],
    isRequired: parameter["isRequired"] === true,
    isList: parameter["isList"] === true,
    choices: readParameterChoices(parameter["choices"]),
    minimum: number(parameter["minimum"]),
    maximum: number(parameter["maximum"]),
  };
}

function readParameterChoices(choices: unknown): Parameter["choices"] {
  if (!isObject(choices)) return undefined;
  const url = choices["url"];
  return typeof url === "string" ? { url } : { values: readChoices(choices["values"]) };
}

function readColumn(column: Json): Column {
  const name = text(column["name"]);
  return {
    name,
    title: titled(column["title"], name),
    kind: oneOf(columnKinds, column["kind"]) ?? "text",
    description: bilingual(column["description"]),
    department: text(column["department"]) || undefined,
    role: column["role"] === "PROVENANCE" ? "PROVENANCE" : "VALUE",
    isJoined: column["isJoined"] === true,
    values: Array.isArray(column["values"]) ? readChoices(column["values"]) : undefined,
  };
}

const names = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((name): name is string => typeof name === "string") : [];

/** Charts of a kind that this console does not know are left out. */
function readCharts(value: unknown): readonly Chart[] {
  return objects(value).flatMap((chart) => {
    const kind = oneOf(chartKinds, chart["kind"]);
    const y = names(chart["y"]);
    if (!kind || y.length === 0) return [];
    const series = text(chart["series"]) || undefined;
    const title = bilingual(chart["title"]);
    return [{ kind, title, x: text(chart["x"]), y, series, sum: chart["sum"] === true }];
  });
}

const readMap = (value: unknown): MapOfUnits | undefined =>
  isObject(value)
    ? { code: text(value["code"]), values: names(value["values"]), sum: value["sum"] === true }
    : undefined;

function readReport(report: Json): Report {
  const name = text(report["name"]);
  return {
    name,
    title: titled(report["title"], name),
    description: bilingual(report["description"]) ?? { en: "", vi: "" },
    parameters: objects(report["parameters"]).map(readParameter),
    columns: objects(report["columns"]).map(readColumn),
    charts: readCharts(report["charts"]),
    map: readMap(report["map"]),
    isPaged: report["isPaged"] === true,
    isSignInNeeded: report["isSignInNeeded"] === true,
  };
}

/** Reads the catalog that the gateway sent. What an older or newer gateway leaves out has a plain default. */
export function readCatalog(answer: unknown): readonly Report[] {
  return isObject(answer) ? objects(answer["reports"]).map(readReport) : [];
}
