import { isEnumType, typeFromAST, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import type { Language } from "./cell-texts.js";
import type { Table } from "./report.js";

/** The variable of an operation that says in which language it asks for texts. It is no parameter: `lang` fills it. */
export const languageVariable = "language";

const languages = ["EN", "VI"];

/** Throws where there is such a variable, but of another type. */
export function takesLanguage(
  { variableDefinitions = [] }: OperationDefinitionNode,
  schema: GraphQLSchema,
): boolean {
  const definition = variableDefinitions.find(({ variable }) => variable.name.value === languageVariable);
  if (!definition) return false;
  const type = typeFromAST(schema, definition.type);
  const names = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
  if (languages.every((name) => names.includes(name))) return true;
  throw new Error(
    `expected the variable ${languageVariable} to be of an enum with ${languages.join(" and ")}, and nullable`,
  );
}

/** What the variable says. Empty: the operation has none. */
export const languageOf = ({ hasLanguage }: Table, language: Language): Readonly<Record<string, unknown>> =>
  hasLanguage ? { [languageVariable]: language.toUpperCase() } : {};
