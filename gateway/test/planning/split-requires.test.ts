import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import { parse } from "graphql";
import { expect, test } from "vitest";
import { prepareSupergraph } from "../../src/planning/prepare-supergraph.js";
import { splitConflictingRequires } from "../../src/planning/split-requires.js";
import { planFetches } from "../support/plan.js";
import { compose } from "../support/supergraph.js";

const products = {
  name: "products",
  sdl: `
    type Query { products: [Product!]! }
    type Product @key(fields: "id") {
      id: ID! price(currency: String = "VND"): Int size(unit: String = "CM"): Size sold: Item
    }
    type Size { width(unit: String = "CM"): Int }
    union Item = Box | Bag
    type Box { weight(unit: String!): Int }
    type Bag { weight(unit: String!): Int }
  `,
};
const tax = {
  name: "tax",
  sdl: `
    type Product @key(fields: "id") {
      id: ID! price(currency: String = "VND"): Int @external
      size(unit: String = "CM"): Size @external sold: Item @external
      us(year: Int): Int @requires(fields: "price(currency: \\"USD\\")")
      eu: Int @requires(fields: "price(currency: \\"EUR\\") size { width }")
      vn: Int @requires(fields: "price")
      wide: Int @requires(fields: "size { width(unit: \\"MM\\") }")
      big: Int @requires(fields: "size(unit: \\"M\\") { width }")
      us2: Int @requires(fields: "price(currency: \\"USD\\") size { width }")
      box: Int @requires(fields: "sold { ... on Box { weight(unit: \\"KG\\") } }")
      bag: Int @requires(fields: "sold { ... on Bag { weight(unit: \\"G\\") } }")
      none: Int
    }
    type Size { width(unit: String = "CM"): Int @external }
    union Item = Box | Bag
    type Box { weight(unit: String!): Int @external }
    type Bag { weight(unit: String!): Int @external }
  `,
};
const { sdl, virtualFields, requirements } = prepareSupergraph(parse(compose([products, tax])));

/** What the parts of the fetch from "tax" select, and what their representations hold. */
function partsOf(selection: string, variables = "") {
  const fetch = planFetches(sdl, `query ${variables} { products { ${selection} } }`).at(-1);
  if (!fetch) throw new Error("Expected a fetch");
  return splitConflictingRequires(fetch, requirements).map(({ operation, requires, variableUsages }) => ({
    operation: operation.replace(/.*Product\{(.*)\}\}\}$/, "$1"),
    requires: (requires ?? []).map(toText).join(" "),
    variables: variableUsages,
  }));
}

function toText(node: QueryPlanSelectionNode): string {
  const name = node.kind === "Field" ? node.name : `...${node.typeCondition}`;
  return node.selections ? `${name}{${node.selections.map(toText).toSorted().join(" ")}}` : name;
}

const nameOf = (field: string, given: string) => {
  for (const [name, virtual] of virtualFields) {
    if (virtual.field === field && virtual.arguments === `(${given})`) return name;
  }
  throw new Error(`Expected a virtual field for ${field}(${given})`);
};
const usd = nameOf("price", 'currency: "USD"');
const eur = nameOf("price", 'currency: "EUR"');

test("two fields that require one field with different arguments are fetched apart", () => {
  expect(partsOf("us eu")).toEqual([
    { operation: "us", requires: `...Product{__typename id ${usd} size{width}}`, variables: [] },
    { operation: "eu", requires: `...Product{__typename id ${eur} size{width}}`, variables: [] },
  ]);
});

test("a field with arguments and the same field without any are required apart", () => {
  expect(partsOf("us vn").map(({ requires }) => requires)).toEqual([
    `...Product{__typename id ${usd}}`,
    "...Product{__typename id price}",
  ]);
});

test("fields with the same or with other requirements, or none, share a fetch", () => {
  expect(partsOf("us eu us2 none").map(({ operation }) => operation)).toEqual(["us us2 none", "eu"]);
  expect(partsOf("us none wide").map(({ operation }) => operation)).toEqual(["us none wide"]);
});

test("a conflict may be below a field, or about an object", () => {
  expect(partsOf("eu wide").map(({ requires }) => requires)).toEqual([
    `...Product{__typename id ${eur} size{width}}`,
    `...Product{__typename id size{${nameOf("width", 'unit: "MM"')}}}`,
  ]);
  expect(partsOf("wide big").map(({ requires }) => requires)).toEqual([
    `...Product{__typename id size{${nameOf("width", 'unit: "MM"')}}}`,
    `...Product{__typename id ${nameOf("size", 'unit: "M"')}{width}}`,
  ]);
});

test("what different types require is no conflict", () => {
  expect(partsOf("box bag").map(({ operation }) => operation)).toEqual(["box bag"]);
});

test("each part has the variables that it uses, and the client's aliases", () => {
  expect(partsOf("eu a: us(year: $year) b: us", "($year: Int)")).toEqual([
    { operation: "eu", requires: `...Product{__typename id ${eur} size{width}}`, variables: [] },
    {
      operation: "a:us(year:$year)b:us",
      requires: `...Product{__typename id ${usd} size{width}}`,
      variables: ["year"],
    },
  ]);
});

test("a fetch without a conflict stays as it is", () => {
  for (const fetch of planFetches(sdl, "{ products { us none } }")) {
    expect(splitConflictingRequires(fetch, requirements)).toEqual([fetch]);
  }
});
