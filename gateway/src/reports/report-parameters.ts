import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputType,
  isLeafType,
  isListType,
  isNonNullType,
  typeFromAST,
  valueFromAST,
  type GraphQLLeafType,
  type VariableDefinitionNode,
} from "graphql";
import type { GraphFacts } from "./graph-facts.js";
import type { ParameterHeader, Title } from "./report-header.js";

/** A variable of the operation that a client gives. */
export interface ReportParameter {
  readonly name: string;
  /** The name of its type, of a list that of its items. */
  readonly type: string;
  readonly leaf: GraphQLLeafType;
  readonly isList: boolean;
  readonly isRequired: boolean;
  readonly title: Title;
  readonly description: Title | null;
  readonly default: unknown;
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** The only values that are taken. Null: any of the type. */
  readonly values: readonly { readonly value: string; readonly title: Title }[] | null;
  /** The operation that lists values to choose from. Null: none does. */
  readonly choices: string | null;
}

/** What a client gave for a parameter, or else its default. */
export function chosenValues(
  { name, default: fallback }: ReportParameter,
  variables: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  const value = variables[name] ?? fallback;
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** What else the URL of a report may say. */
export const ownParameters = ["lang", "bom", "partial"] as const;

/** Options of `npm run report` beside them. */
const reserved: ReadonlySet<string> = new Set([
  ...ownParameters,
  "format",
  "output",
  "url",
  "purpose",
  "help",
]);

/** Throws where variables and header do not fit. `paging`: the variables that page. */
export function reportParameters(
  variables: readonly VariableDefinitionNode[],
  headers: readonly ParameterHeader[],
  paging: ReadonlySet<string>,
  facts: GraphFacts,
): readonly ReportParameter[] {
  const named = new Map(variables.map((definition) => [definition.variable.name.value, definition]));
  const given = headers.map(({ name }) => name);
  const unlisted = [...named.keys()].filter((name) => !paging.has(name) && !given.includes(name));
  if (unlisted.length > 0) throw new Error(`expected parameters for the variables ${unlisted.join(", ")}`);
  return headers.map((header, index) => {
    const { name } = header;
    if (given.indexOf(name) < index) throw new Error(`expected one parameter ${name}, but got: two`);
    if (reserved.has(name)) throw new Error(`expected no variable named ${name}`);
    const definition = paging.has(name) ? undefined : named.get(name);
    if (!definition) throw new Error(`expected no parameter ${name}: no variable has this name, or it pages`);
    return toParameter(definition, header, facts);
  });
}

function toParameter(
  definition: VariableDefinitionNode,
  header: ParameterHeader,
  facts: GraphFacts,
): ReportParameter {
  const { name, title, description = null, minimum = null, maximum = null, choices = null } = header;
  const type = typeFromAST(facts.schema, definition.type);
  if (!isInputType(type)) throw new Error(`expected the variable ${name} to have a type of the schema`);
  const leaf = getNamedType(type);
  const nullable = getNullableType(type);
  const isNested = isListType(nullable) && isListType(getNullableType(nullable.ofType));
  if (!isLeafType(leaf) || isNested)
    throw new Error(`expected the variable ${name} to be of a scalar, an enum or a list of such`);
  const { defaultValue } = definition;
  return {
    name,
    type: leaf.name,
    leaf,
    isList: isListType(nullable),
    isRequired: isNonNullType(type) && defaultValue === undefined,
    title,
    description,
    default: defaultValue ? (valueFromAST(defaultValue, type) ?? null) : null,
    minimum,
    maximum,
    values: isEnumType(leaf)
      ? leaf.getValues().map(({ name: value }) => ({ value, title: facts.titleOfValue(leaf.name, value) }))
      : (header.values ?? null),
    choices,
  };
}
