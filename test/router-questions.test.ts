import { readFileSync } from "node:fs";
import { buildSchema, isObjectType, parse, TypeInfo, validate, visit, visitWithTypeInfo } from "graphql";
import { expect, test } from "vitest";
import { departments } from "@an-sinh/deployment/departments";
import { knownReason } from "./routers/known-differences.js";
import { compareAnswers } from "./routers/outcome.js";
import { questions } from "./routers/questions.js";
import { notesOf, routerTable } from "./routers/router-table.js";

const read = (file: string) => readFileSync(new URL(`../schema/${file}.graphql`, import.meta.url), "utf8");
const schema = buildSchema(read("api"));
const asked = questions();

const isVisible = (typeName: string, field: string): boolean => {
  const type = schema.getType(typeName);
  return isObjectType(type) && Object.hasOwn(type.getFields(), field);
};

/** The fields that require something of another department, and that clients can ask for. */
function requiringFields(): string[] {
  const found: string[] = [];
  for (const { name } of departments) {
    let type = "";
    visit(parse(read(name)), {
      ObjectTypeDefinition: (node) => void (type = node.name.value),
      FieldDefinition: ({ name: field, directives = [] }) => {
        const requires = directives.some((directive) => directive.name.value === "requires");
        if (requires && isVisible(type, field.value)) found.push(`${type}.${field.value}`);
      },
    });
  }
  return found;
}

test("other routers are asked for each field that requires something of another department", () => {
  const fields = new Set<string>();
  const types = new TypeInfo(schema);
  for (const { document } of asked)
    visit(
      parse(document),
      visitWithTypeInfo(types, {
        Field: ({ name }) => void fields.add(`${types.getParentType()?.name}.${name.value}`),
      }),
    );
  expect(requiringFields().length).toBeGreaterThan(5);
  expect(requiringFields().filter((field) => !fields.has(field))).toEqual([]);
});

test("each question fits the schema and has a name of its own", () => {
  const problems = asked.flatMap(({ name, document }) =>
    validate(schema, parse(document)).map(({ message }) => `${name}: ${message}`),
  );
  expect(problems).toEqual([]);
  expect(new Set(asked.map(({ name }) => name)).size).toBe(asked.length);
});

const expected = { data: { a: { b: 1, c: [1, 2] } } };

test.each([
  ["other keys first", { data: { a: { c: [1, 2], b: 1 } } }, { kind: "equal" }],
  [
    "another value",
    { data: { a: { b: 2, c: [1, 2] } } },
    { kind: "different", why: "/a/b: expected 1, but got 2" },
  ],
  [
    "no field",
    { data: { a: { c: [1, 2] } } },
    { kind: "different", why: "/a/b: expected 1, but got nothing" },
  ],
  [
    "another order",
    { data: { a: { b: 1, c: [2, 1] } } },
    { kind: "different", why: "/a/c/0: expected 1, but got 2" },
  ],
  ["no data", { data: null, errors: [{ message: "No." }] }, { kind: "none", why: "No." }],
  [
    "an error",
    { ...expected, errors: [{ message: "No.", path: ["a", "b"] }] },
    { kind: "different", why: 'errors/0: expected nothing, but got "a/b"' },
  ],
])("an answer with %s is told from the right one", (_, found, outcome) => {
  expect(compareAnswers(expected, found)).toEqual(outcome);
});

test("a known difference is known at its field only", () => {
  const at = (field: string) =>
    knownReason("hive", "applications", `/a/0/${field}: expected 1, but got null`);
  expect(at("eligibility")).toContain("it drops");
  expect([at("status"), knownReason("cosmo", "applications", "/eligibility: x")]).toEqual([null, null]);
});

test("the table counts what is equal, and notes say the rest", () => {
  const results = [
    {
      title: "One",
      missing: null,
      asked: [
        { question: "a", outcome: { kind: "equal" }, known: null },
        { question: "b", outcome: { kind: "different", why: "/x" }, known: "so it is" },
      ],
    },
    { title: "Two", missing: "It is not there.", asked: [] },
  ] as const;
  expect(routerTable(results).split("\n").at(-1)).toMatch(/^\| One +\| +2 \| +1 \| +1 \| +0 \| +1 \|$/);
  expect(notesOf(results)).toEqual([
    "One, b: different: /x (known: so it is)",
    "Two was not asked: It is not there.",
  ]);
});
