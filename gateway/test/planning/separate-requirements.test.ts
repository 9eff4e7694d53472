import { printSchema, printType, Supergraph } from "@apollo/federation-internals";
import { parse } from "graphql";
import { expect, test } from "vitest";
import { mayMissRequired } from "../../src/planning/missing-requirements.js";
import { prepareSupergraph, type PreparedSupergraph } from "../../src/planning/prepare-supergraph.js";
import { planFetches, planOf } from "../support/plan.js";
import { compose } from "../support/supergraph.js";

const bank = {
  name: "bank",
  sdl: `
    type Query { loans: [Loan!]! }
    interface Rated { id: ID! grade(scale: Scale): Grade }
    enum Scale { WIDE NARROW }
    type Grade { value: Int words: Words by: Clerk }
    union Words = Short | Long
    type Short { text: String }
    type Long { text: String pages: Int }
    type Clerk @key(fields: "id") { id: ID! name: String }
    type Loan implements Rated @key(fields: "id office { code }") @key(fields: "number", resolvable: false) {
      id: ID! number: Int! office: Office! purpose: Purpose! @shareable
      owner: Owner! @external
      pledge: Pledge @external
      grade(scale: Scale): Grade
        @requires(fields: "owner { income ... on Company { size } } pledge { ... on Car { age(unit: YEAR) } __typename }")
      other: Int @requires(fields: "owner { income }")
    }
    type Office @shareable { code: ID! floor: Int }
    enum Purpose { HOME CAR }
    interface Owner { income: Int! }
    type Person implements Owner { income: Int! @external }
    type Company implements Owner { income: Int! @external size: Int @external }
    union Pledge = Car | House
    type Car { age(unit: Unit): Int @external }
    type House @shareable { floors: Int }
    enum Unit { YEAR MONTH }
  `,
};
const registry = {
  name: "registry",
  sdl: `
    type Loan @key(fields: "id office { code }") {
      id: ID! office: Office! purpose: Purpose! @shareable owner: Owner! pledge: Pledge
      grade(scale: Scale): Grade @external
      advice: String @requires(fields: "grade(scale: WIDE) { value }")
    }
    enum Scale { WIDE NARROW }
    type Grade { value: Int @external }
    type Office @shareable { code: ID! }
    enum Purpose { HOME CAR }
    interface Owner { income: Int! }
    type Person implements Owner { income: Int! }
    type Company implements Owner { income: Int! size: Int }
    union Pledge = Car | House
    type Car { age(unit: Unit): Int }
    type House @shareable { floors: Int }
    enum Unit { YEAR MONTH }
  `,
};
const original = compose([bank, registry]);
const prepared = prepareSupergraph(parse(original));
const separated = prepared.separated();

/** The fields of a type, as the planner knows them in one subgraph. */
function fieldsIn(subgraph: string, typeName: string): readonly string[] {
  const subgraphs = Supergraph.build(separated.sdl, { validateSupergraph: true }).subgraphs();
  const type = subgraphs.get(subgraph)?.schema.type(typeName);
  if (!type) return [];
  const lines = printType(type).split("\n");
  return lines.filter((line) => /^ {2}\w/.test(line)).map((line) => line.trim());
}

test("the API does not change", () => {
  const apiOf = (sdl: string) => printSchema(Supergraph.build(sdl).apiSchema());
  expect(apiOf(separated.sdl)).toBe(apiOf(original));
});

test("a subgraph has nothing any more of what its fields required", () => {
  expect(fieldsIn("bank", "Loan")).toEqual([
    "id: ID! @shareable",
    "number: Int!",
    "office: Office! @shareable",
    "purpose: Purpose! @shareable",
    "grade(scale: Scale): Grade @external",
  ]);
});

test("a part has the keys that are resolved, the fields that require, what they require, and what they return", () => {
  expect(separated.partNames).toEqual(
    new Map([
      ["bank#0", "bank"],
      ["bank#1", "bank"],
      ["registry#2", "registry"],
    ]),
  );
  expect(fieldsIn("bank#1", "Loan").map((line) => line.replace(/[:(].*/, ""))).toEqual([
    "id",
    "office",
    "owner",
    "pledge",
    "grade__1",
  ]);
  expect(fieldsIn("bank#1", "Clerk")).toEqual(["id: ID! @shareable", "name: String @shareable"]);
  expect(fieldsIn("bank#1", "Office")).toEqual(["code: ID! @shareable"]);
});

test("a required field that requires something is fetched after it, from its part", () => {
  expect(planFetches(separated.sdl, "{ loans { advice other } }").map((fetch) => fetch.serviceName)).toEqual([
    "bank",
    "registry",
    "bank#1",
    "registry#2",
    "bank#0",
  ]);
});

const mayMiss = (supergraph: PreparedSupergraph, query: string) =>
  mayMissRequired(planOf(supergraph.sdl, query), supergraph);

test("the plan is suspect that fetches a field before what it requires", () => {
  expect(mayMiss(prepared, "{ loans { advice } }")).toBe(true);
  expect(mayMiss(prepared, "{ loans { grade { value } id } }")).toBe(false);
});

test("a plan is not suspect where no required field requires anything, and each subgraph resolves what it is asked", () => {
  const plain = { ...registry, sdl: registry.sdl.replaceAll(/.*(grade|Grade|advice|Scale).*\n/g, "") };
  expect(mayMiss(prepareSupergraph(parse(compose([bank, plain]))), "{ loans { grade { value } } }")).toBe(
    false,
  );
});
