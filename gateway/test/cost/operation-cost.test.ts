import { composeServices } from "@apollo/composition";
import { Supergraph } from "@apollo/federation-internals";
import { buildSchema, getIntrospectionQuery, Kind, parse, type OperationDefinitionNode } from "graphql";
import { expect, test } from "vitest";
import { readCostDirectives } from "../../src/cost/cost-directives.js";
import { costliestPath, operationCost } from "../../src/cost/operation-cost.js";
import { fragmentsOf } from "../../src/execution/operation/fragments.js";
import { valueOf } from "../../src/cost/term.js";
import { compose } from "../support/supergraph.js";

const types = `
  type Query {
    one: Item
    plain: [Item]
    few: [Item] @listSize(assumedSize: 3)
    some(first: Int = 5, last: Int): [Item]
      @listSize(assumedSize: 7, slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
    page(first: Int = 20): Page @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
    strict(first: Int, last: Int): [Item] @listSize(slicingArguments: ["first", "last"])
    weighed: Item @cost(weight: 50)
    search(filter: Filter, text: String @cost(weight: 4)): Int
    any: Any
  }
  type Mutation { change: Item }
  type Item { id: Int heavy: Int @cost(weight: 9) few: [Item] @listSize(assumedSize: 3) rich: Rich level: Level }
  type Rich @cost(weight: 6) { id: Int }
  enum Level @cost(weight: 2) { LOW }
  type Page { edges: [Edge] total: Int }
  type Edge { node: Item }
  interface Any { id: Int }
  type Dear implements Any { id: Int @cost(weight: 8) }
  type Cheap implements Any { id: Int }
  input Filter { ids: [Id!] and: Filter @cost(weight: 3) }
  input Id { id: Int }
`;

function supergraphWith(imports: string, sdl: string): string {
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])\n`;
  const services = [{ name: "items", url: "http://items", typeDefs: parse(link + sdl) }];
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(errors?.join("\n"));
  return supergraphSdl;
}

const schema = buildSchema(
  "directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR\n" +
    "directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION\n" +
    types,
);
const directives = readCostDirectives(parse(supergraphWith(`"@cost", "@listSize"`, types)));

function read(query: string, known = directives) {
  const document = parse(query);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  return operationCost(schema, known, operation as OperationDefinitionNode, fragmentsOf(document));
}

const costOf = (query: string, variables: Readonly<Record<string, unknown>> = {}) =>
  valueOf(read(query).total, variables);

const cases: readonly (readonly [
  query: string,
  cost: number,
  variables?: Readonly<Record<string, unknown>>,
])[] = [
  ["{ __typename }", 0],
  ["{ one { id } }", 1],
  ["{ a: one { id } b: one { id } }", 2],
  ["{ plain { id } }", 10],
  ["{ few { id } }", 3],
  ["{ few { few { id } } }", 3 * (1 + 3)],
  ["{ one { heavy } }", 10],
  ["{ weighed { id } }", 50],
  ["{ one { rich { id } level } }", 1 + 6 + 2],
  ["{ some { id } }", 5],
  ["{ some(first: 2) { id } }", 2],
  ["{ some(first: 2, last: 9) { id } }", 9],
  ["{ some(first: null) { id } }", 7],
  ["{ some(first: -3) { id } }", 0],
  ["query ($n: Int) { some(first: $n) { id } }", 5],
  ["query ($n: Int) { some(first: $n) { id } }", 7, { n: null }],
  ["query ($n: Int) { some(first: $n) { id } }", 40, { n: 40 }],
  ["query ($n: Int = 6) { some(first: $n) { id } }", 6],
  ["query ($toString: Int) { some(first: $toString) { id } }", 5],
  ["{ page { edges { node { id } } total } }", 1 + 20 * (1 + 1)],
  ["{ page(first: null) { edges { node { id } } } }", 1 + 20 * (1 + 1)],
  ["{ page(first: 3) { edges { node { few { id } } } } }", 1 + 3 * (1 + 1 + 3)],
  ["{ strict(last: 2) { id } }", 2],
  ["{ search }", 0],
  ['{ search(text: "x") }', 4],
  ["{ search(filter: { and: { and: {} } }) }", 6],
  ["query ($f: Filter) { search(filter: $f) }", 3, { f: { and: { constructor: 1 } } }],
  ["{ few @skip(if: true) { id } }", 0],
  ["query ($is: Boolean!) { few @include(if: $is) { id } }", 0, { is: false }],
  ["query ($is: Boolean!) { few @include(if: $is) { id } }", 3, { is: true }],
  ["query ($is: Boolean = true) { few @skip(if: $is) @include(if: true) { id } }", 0],
  ["{ ...F ...F } fragment F on Query { few { id } }", 6],
  ["{ any { id } }", 1 + 8],
  ["{ any { ... on Cheap { id } } }", 1],
  ["mutation { change { id } }", 11],
];

test.each(cases.map(([query, cost, variables]) => ({ query, cost, variables })))(
  "$query costs $cost with $variables",
  ({ query, cost, variables }) => {
    expect(costOf(query, variables)).toBe(cost);
  },
);

test("what does not depend on variables is computed once", () => {
  const { total } = read("query ($a: String) { page(first: 3) { edges { node { id } } } search(text: $a) }");
  expect(typeof read("{ page(first: 3) { edges { node { id } } } }").total).toBe("number");
  expect(typeof total).toBe("function");
});

test("a list lies in itself at most once", () => {
  expect(() => read("{ one { few { few { few { id } } } } }")).toThrow(
    "The query is too complex: expected the list Item.few at most 2 times on the way to a field.",
  );
});

test("a field that wants one of its slicing arguments gets no other number of them", () => {
  for (const query of ["{ strict { id } }", "{ strict(first: 1, last: 1) { id } }"])
    expect(() => read(query)).toThrow("strict: expected one of the arguments first, last.");
});

test("the costliest field is named by its path in the answer", () => {
  const cost = read("{ one { id } mine: page { edges { node { rich { id } } } } }");
  expect(costliestPath(cost, {})).toBe("mine.edges.node.rich");
});

test("the directives are read under the names that the supergraph gives them", () => {
  const renamed = types.replaceAll("@cost(", "@price(").replaceAll("@listSize(", "@federation__listSize(");
  const supergraph = supergraphWith(`{ name: "@cost", as: "@price" }`, renamed);
  expect(supergraph).toContain("@price");
  const { weights, listSizes } = readCostDirectives(parse(supergraph));
  expect([weights, listSizes]).toEqual([directives.weights, directives.listSizes]);
});

test("an introspection query costs little, and many of the deepest cost much", () => {
  const deep = "__schema { types { fields { type { fields { type { name } } } } } }";
  expect(costOf(`{ ${deep} }`)).toBeLessThan(5_000);
  expect(costOf(`{ ${Array.from({ length: 40 }, (_, i) => `a${i}: ${deep}`).join(" ")} }`)).toBeGreaterThan(
    30_000,
  );
});

test("each alias in an introspection costs something, and clients can read the whole schema again and again", () => {
  const aliases = Array.from({ length: 290 }, (_, i) => `a${i}: description`).join(" ");
  expect(costOf(`{ __schema { types { fields { type { fields { ${aliases} } } } } } }`)).toBeGreaterThan(
    200_000,
  );
  const all = { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, oneOf: true };
  expect(costOf(getIntrospectionQuery({ ...all, inputValueDeprecation: true }))).toBeLessThan(5_000);
});

test("a field costs what is fetched before it can be computed, also over several subgraphs", () => {
  const home = `
    type Query { home: Home homes(first: Int = 10): [Home] @listSize(slicingArguments: ["first"]) }
    type Home @key(fields: "id") {
      id: ID! rooms: [Room] @listSize(assumedSize: 5) people: [Room] @listSize(assumedSize: 7) @inaccessible
    }
    type Room @shareable { size: Int }`;
  const rent = `
    type Home @key(fields: "id") {
      id: ID! rooms: [Room] @external people: [Room] @external
      rent: Int @requires(fields: "rooms { size } people { size }") mood: Int @cost(weight: 3)
      bills: [Room] @requires(fields: "rooms { size }") @listSize(assumedSize: 4)
    }
    type Room @shareable { size: Int }`;
  const aid = `
    type Home @key(fields: "id") { id: ID! rent: Int @external aid: Int @requires(fields: "rent") plain: Int }`;
  const supergraphSdl = compose(Object.entries({ home, rent, aid }).map(([name, sdl]) => ({ name, sdl })));
  const api = Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
  const known = readCostDirectives(parse(supergraphSdl));
  const cost = (query: string) => {
    const [operation] = parse(query).definitions;
    return valueOf(operationCost(api, known, operation as OperationDefinitionNode, new Map()).total, {});
  };
  expect(cost("{ home { mood plain } }")).toBe(4);
  expect(cost("{ home { rent } }")).toBe(13);
  expect(cost("{ home { aid } }")).toBe(13);
  expect(cost("{ home { bills { size } } }")).toBe(10);
  expect(cost("{ homes(first: 4) { aid rent } }")).toBe(100);
});
