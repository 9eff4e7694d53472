import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
} from "graphql";
import { expect, test } from "vitest";
import type { DepartmentGraph } from "./department-graph.js";

/** What a value must give: an error with this code that names the argument, or this data. */
type Outcome = "NOT_FOUND" | "BAD_USER_INPUT" | { readonly data: unknown };

/** How one argument of type ID or String is tried out, and what it must give. */
interface TextArgument {
  /** A document with the variable `$value` in the place of the argument. */
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** For a text that nothing on record has. */
  readonly unknown: Outcome;
  /** For an empty or blank text. Left out: BAD_USER_INPUT. */
  readonly empty?: Outcome;
}

/** By the argument, written "Query.households(filter.administrativeUnit)". */
type TextArguments = Readonly<Record<string, TextArgument>>;

const unknownTexts = [
  "unknown",
  "' OR 1=1 --",
  '"; DROP TABLE territory',
  "%",
  "_",
  "_%",
  "\\",
  "\\' OR 1=1 #",
  "x'00'",
  "x".repeat(500),
];
const emptyTexts = ["", "  ", "\u00a0\t"];
/** No text on record has such a character, so they are refused: SQLite ends a pattern at the first. */
const textsThatCannotBeStored = ["\u0000", "a\u0000b", "\u001b[2J", "\ud800"];

/**
 * Makes the tests of every argument of type ID or String that the fields of a department's schema take. Cursors
 * are left out: they have rules of their own.
 */
export function testTextArguments(graph: () => DepartmentGraph, table: TextArguments): void {
  test("the table names every argument of type ID or String", () => {
    expect(Object.keys(table).toSorted()).toEqual(textArguments(graph().schema).toSorted());
  });

  const tried = Object.entries(table).flatMap(([argument, { unknown, empty = "BAD_USER_INPUT" }]) => [
    ...unknownTexts.map((value) => [argument, value, unknown] as const),
    ...emptyTexts.map((value) => [argument, value, empty] as const),
    ...textsThatCannotBeStored.map((value) => [argument, value, "BAD_USER_INPUT"] as const),
  ]);
  test.each(tried)("%s with %j gives %j", async (argument, value, outcome) => {
    const { query = "", variables } = table[argument] ?? {};
    const response = await graph().query(query, { ...variables, value });
    if (typeof outcome === "object") {
      expect(response).toEqual(outcome);
    } else {
      const path = argument.slice(argument.indexOf("(") + 1, -1);
      expect(response.errors).toMatchObject([{ extensions: { code: outcome, argument: path } }]);
      expect(response.errors?.[0]?.message.startsWith(`${path}: expected `)).toBe(true);
    }
  });
}

/** Every argument of type ID or String below a schema's fields, but for cursors. */
function textArguments(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith("_"))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        textPaths(field.args).map((path) => `${type.name}.${field.name}(${path})`),
      ),
    )
    .filter((argument) => !/\((after|before)\)$/.test(argument));
}

function textPaths(inputs: readonly (GraphQLArgument | GraphQLInputField)[]): string[] {
  return inputs.flatMap(({ name, type }) => {
    const named = getNamedType(type);
    if (isInputObjectType(named)) {
      return textPaths(Object.values(named.getFields())).map((path) => `${name}.${path}`);
    }
    return named.name === "ID" || named.name === "String" ? [name] : [];
  });
}
