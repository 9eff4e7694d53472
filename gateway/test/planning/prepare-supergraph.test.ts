import { printSchema, printType, Supergraph } from "@apollo/federation-internals";
import { parse, print } from "graphql";
import { expect, test } from "vitest";
import { prepareSupergraph } from "../../src/planning/prepare-supergraph.js";
import { planFetches } from "../support/plan.js";
import { compose } from "../support/supergraph.js";

const products = {
  name: "products",
  sdl: `
    type Query { products: [Product!]! }
    interface Item { id: ID! price(currency: String!): Int }
    type Size @shareable { width(unit: String = "CM"): Int }
    type Product implements Item @key(fields: "id") {
      id: ID! price(currency: String!): Int size: Size related: [Item!]! price__1: String
    }
    type Extra implements Item @key(fields: "id") { id: ID! price(currency: String!): Int }
  `,
};
const tax = {
  name: "tax",
  sdl: `
    type Product @key(fields: "id") {
      id: ID! price(currency: String!): Int @external size: Size @external
      us: Int @requires(fields: "price(currency: \\"USD\\")")
      eu: Int @requires(fields: "price(currency: \\"EUR\\") size { width(unit: \\"MM\\") }")
      eu2: Int @requires(fields: "price(currency: \\"EUR\\")")
    }
    type Size @shareable { width(unit: String = "CM"): Int }
  `,
};
const offers = {
  name: "offers",
  sdl: `
    interface Item { id: ID! price(currency: String!): Int }
    type Product implements Item @key(fields: "id") {
      id: ID! price(currency: String!): Int @external related: [Item!]! @external
      best: Int @requires(fields: "related { ... on Item { price(currency: \\"VND\\") } }")
    }
    type Extra implements Item @key(fields: "id") { id: ID! price(currency: String!): Int @external }
  `,
};
const original = compose([products, tax, offers]);
const prepared = prepareSupergraph(parse(original));

test("each field and its arguments have one virtual name, which no field of the supergraph has", () => {
  expect([...prepared.virtualFields]).toEqual([
    ["price__2", { field: "price", arguments: '(currency: "VND")' }],
    ["price__3", { field: "price", arguments: '(currency: "USD")' }],
    ["price__4", { field: "price", arguments: '(currency: "EUR")' }],
    ["width__1", { field: "width", arguments: '(unit: "MM")' }],
  ]);
});

test("the same supergraph always gets the same names", () => {
  expect(prepareSupergraph(parse(original)).sdl).toBe(prepared.sdl);
});

test("the API does not change", () => {
  const apiOf = (sdl: string) => printSchema(Supergraph.build(sdl).apiSchema());
  expect(apiOf(prepared.sdl)).toBe(apiOf(original));
});

/** The fields of a type, as the planner knows them in one subgraph. */
function fieldsIn(subgraph: string, typeName: string): readonly string[] {
  const { schema } =
    Supergraph.build(prepared.sdl, { validateSupergraph: true }).subgraphs().get(subgraph) ?? {};
  const type = schema?.type(typeName);
  if (!type) throw new Error(`Expected the type ${typeName} in ${subgraph}`);
  return printType(type)
    .split("\n")
    .filter((line) => line.startsWith("  ") && !line.startsWith("  @"))
    .map((line) => line.trim());
}

test("a subgraph that requires a field has its virtual fields as external ones", () => {
  expect(fieldsIn("tax", "Product")).toEqual([
    "id: ID! @shareable",
    "price__3: Int @external",
    "price__4: Int @external",
    "size: Size @external",
    'us: Int @requires(fields: "{price__3}")',
    'eu: Int @requires(fields: "{price__4 size{width__1}}")',
    'eu2: Int @requires(fields: "{price__4}")',
  ]);
});

test("a subgraph that has a field has its virtual fields", () => {
  expect(fieldsIn("products", "Product")).toEqual([
    "id: ID! @shareable",
    "price(currency: String!): Int",
    "price__2: Int",
    "price__3: Int",
    "price__4: Int",
    "related: [Item!]!",
    "size: Size",
    "price__1: String",
  ]);
});

test("the virtual field of an interface is on all types of the interface", () => {
  expect(fieldsIn("offers", "Item")).toContain("price__2: Int");
  expect(fieldsIn("offers", "Extra")).toContain("price__2: Int @external");
  expect(fieldsIn("products", "Extra")).toEqual([
    "id: ID! @shareable",
    "price(currency: String!): Int",
    "price__2: Int",
  ]);
});

test("plans fetch and require virtual fields, and the client's own fields under their names", () => {
  const [first] = planFetches(prepared.sdl, '{ products { us eu price(currency: "EUR") } }');
  expect(first?.operation).toBe(
    '{products{__typename id price__4 size{width__1}price__3 price(currency:"EUR")}}',
  );
});

test("a supergraph without such requirements has no virtual fields, and no further directive", () => {
  const plain = compose([products]);
  const { sdl, virtualFields } = prepareSupergraph(parse(plain));
  expect(virtualFields.size).toBe(0);
  expect(sdl).toBe(print(parse(plain)));
});

test("a supergraph that names @inaccessible otherwise keeps that name", () => {
  const renamed = original
    .replace(
      /(@link\(url: "https:\/\/specs.apollo.dev\/join[^)]*\))/,
      '$1 @link(url: "https://specs.apollo.dev/inaccessible/v0.2", as: "hidden")',
    )
    .replace(
      "directive @join__type",
      "directive @hidden on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION\ndirective @join__type",
    );
  const { sdl } = prepareSupergraph(parse(renamed));
  expect(printSchema(Supergraph.build(sdl).apiSchema())).toBe(
    printSchema(Supergraph.build(original).apiSchema()),
  );
});
