import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { official } from "../support/callers.js";
import { root } from "../support/documents.js";
import { startGraph, type Answer, type GraphUnderTest } from "../support/graph.js";
import { tokenOf } from "../support/tokens.js";

/** Names that every JavaScript object inherits something under. */
const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"] as const;

const schema = buildSchema(readFileSync(join(root, "schema/api.graphql"), "utf8"));
// The first may be asked ten times a minute only, and the second wants the name of a type.
const others = ["personByIdentificationNumber", "accessLog"];
const fields = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
  ({ name }) => !others.includes(name),
);
type Field = GraphQLField<unknown, unknown>;

const values: Readonly<Record<string, string>> = { Int: "2024", Boolean: "true" };
const valueOf = (type: GraphQLInputType) => values[getNamedType(type).name] ?? '"24"';

/** A root field with its first leaves, each under the next alias, to three levels. */
function selected(
  field: Field,
  alias: (plain: string, at: number) => string,
  depth: number,
  at = 0,
): string | null {
  const args = field.args.flatMap(({ name, type, ...arg }) =>
    name === "first"
      ? ["first: 2"]
      : isRequiredArgument({ name, type, ...arg })
        ? [`${name}: ${valueOf(type)}`]
        : [],
  );
  const text = `${alias(field.name, at)}: ${field.name}${args.length > 0 ? `(${args.join(", ")})` : ""}`;
  const type = getNamedType(field.type);
  if (isLeafType(type)) return text;
  if (!isObjectType(type) || depth === 0) return null;
  const below = Object.values(type.getFields())
    .filter((each) => !each.args.some(isRequiredArgument))
    .flatMap((each) => (depth > 1 || isLeafType(getNamedType(each.type)) ? [each] : []))
    .slice(0, names.length);
  const parts = below.flatMap((each, index) => selected(each, alias, depth - 1, index) ?? []);
  return parts.length === 0 ? null : `${text} { ${parts.join(" ")} }`;
}

const hostile = (_plain: string, at: number) => names[at % names.length] ?? "";
const tame = (_plain: string, at: number) => `a${at}`;

/** The text of an answer, with the tame aliases in place of the hostile ones. */
const tamed = (text: string) =>
  names.reduce((rest, name, at) => rest.replaceAll(`"${name}":`, `"a${at}":`), text);

type Asked = readonly [query: string, more?: string];
const clientFaults = ["GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"];

/** An argument with the name as a value, or as a field of it, in the document and as a variable. */
function badValues(field: Field, { name: arg, type }: GraphQLArgument, name: string): readonly Asked[] {
  const literal = (value: string) => `{ ${field.name}(${arg}: ${value}) { __typename } }`;
  const variable = `query ($v: ${type}) { ${field.name}(${arg}: $v) { __typename } }`;
  if (isEnumType(getNamedType(type))) return [[literal(name)], [variable, `,"variables":{"v":"${name}"}`]];
  if (!isInputObjectType(getNamedType(type))) return [];
  return [[literal(`{ ${name}: 1 }`)], [variable, `,"variables":{"v":{"${name}":{}}}`]];
}

// What a name is, is settled above the database.
describe.runIf(process.env["TEST_DIALECT"] === "sqlite").each(["compiled", "stock"] as const)(
  "with the %s executor",
  (executor) => {
    let graph: GraphUnderTest;
    beforeAll(async () => {
      graph = await startGraph({ executor });
    });
    afterAll(() => graph.close());

    async function ask(query: string, more = "") {
      const body = `{"query":${JSON.stringify(query)}${more}}`;
      const authorization = `Bearer ${await tokenOf(official)}`;
      const headers = { "content-type": "application/json", authorization };
      const response = await fetch(`${graph.url}/graphql`, { method: "POST", headers, body });
      return { status: response.status, text: await response.text() };
    }

    test("under such aliases each root field answers as under others", async () => {
      let compared = 0;
      // What node takes is no text of another field: gateway/test/nodes/node-answers.test.ts.
      for (const field of fields.filter(({ name }) => !name.startsWith("node"))) {
        const query = (alias: typeof tame) => `{ ${selected(field, alias, 3) ?? expect.fail(field.name)} }`;
        const [expected, answer] = [await ask(query(tame)), await ask(query(hostile))];
        expect(tamed(answer.text), query(hostile)).toBe(expected.text);
        expect(answer.text).not.toContain("errors");
        compared += answer.text.length > 50 ? 1 : 0;
      }
      expect(compared).toBeGreaterThan(15);
    });

    test("as variables they are the arguments of each root field", async () => {
      for (const field of fields) {
        const arg = field.args.find(isRequiredArgument) ?? field.args[0];
        if (!arg) continue;
        const below = isLeafType(getNamedType(field.type)) ? "" : "{ __typename }";
        const asked = (name: string) =>
          ask(
            `query ($${name}: ${arg.type}) { x: ${field.name}(${arg.name}: $${name}) ${below} }`,
            isNonNullType(arg.type) ? `,"variables":{"${name}":${valueOf(arg.type)}}` : "",
          );
        const { text } = await asked("a");
        for (const name of names)
          expect((await asked(name)).text.replaceAll(name, "a"), `${field.name} ${name}`).toBe(text);
      }
    });

    test("as names of operations and fragments they are names", async () => {
      for (const name of names) {
        const query = `query ${name} { ...${name} } fragment ${name} on Query { x: assistancePrograms { code } } query other { __typename }`;
        const { text } = await ask(query, `,"operationName":"${name}"`);
        expect(text).toMatch(/^\{"data":\{"x":\[\{"code"/);
        const none = await ask("query a { __typename } query b { __typename }", `,"operationName":"${name}"`);
        expect(none.text).toContain("OPERATION_RESOLUTION_FAILURE");
      }
    });

    // And this before the departments are asked.
    test.runIf(process.env["TEST_TOPOLOGY"] === "embedded")(
      "as arguments, input fields, values, types, directives and fields they are refused",
      async () => {
        const refused = names.flatMap((name): Asked[] => [
          [`{ ${name} }`],
          [`{ __typename @${name} }`],
          [`{ ... on ${name} { __typename } }`],
          ...fields.flatMap((field): Asked[] => [
            [`{ ${field.name}(${name}: 1) { __typename } }`],
            ...field.args.flatMap((arg) => badValues(field, arg, name)),
          ]),
        ]);
        const answers = await Promise.all(refused.map((asked) => ask(...asked)));
        expect(answers.length).toBeGreaterThan(150);
        for (const [index, { status, text }] of answers.entries()) {
          const { data, errors = [] } = JSON.parse(text) as Answer;
          expect({ status, data }, refused[index]?.[0]).toEqual({ status: 200, data: undefined });
          expect(clientFaults, refused[index]?.[0]).toContain(errors[0]?.extensions["code"]);
        }
      },
    );
  },
);
