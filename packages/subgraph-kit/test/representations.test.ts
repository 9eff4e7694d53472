import { representationRefusal } from "@an-sinh/subgraph-kit/federation/representations";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { isObjectType, parse } from "graphql";
import { expect, test } from "vitest";

const schema = buildSubgraphSchema(
  parse(`
    type Query { text: String }
    enum Kind { NEW }
    type Place @key(fields: "code") @key(fields: "unit { id }") {
      code: Int!  unit: Unit  kind: Kind  members: [Member!]  rate: Float  isUrban: Boolean
    }
    type Unit { id: ID! }
    type Member { id: ID!  name: String }
  `),
);
const type = schema.getType("Place");
const refusalOf = isObjectType(type) ? representationRefusal(type) : expect.fail();

test.each([
  { code: 1 },
  { unit: { id: "u" } },
  { code: 1, kind: "NEW", members: [{ id: "p1", name: null }], rate: 0.5, isUrban: true },
  // The owner of an enum may have values that a stub of it leaves out.
  { code: 1, kind: "OLD" },
  { code: 1, members: null, kind: null, unknown: { anything: [] } },
])("a representation with a key and values of its types is taken: %j", (given) => {
  expect(refusalOf({ __typename: "Place", ...given })).toBeNull();
});

test.each([
  {},
  { code: null },
  { code: {} },
  { code: [1] },
  { code: true },
  { code: "1" },
  { code: 2 ** 40 },
  { unit: {} },
  { unit: "u" },
  { unit: { id: {} } },
  { unit: { id: ["u"] } },
  { unit: { id: 7 } },
  { code: 1, unit: { id: {} } },
  { code: 1, kind: {} },
  { code: 1, members: {} },
  { code: 1, members: ["p1"] },
  { code: 1, members: [{ id: [] }] },
  { code: 1, rate: "0.5" },
  { code: 1, isUrban: 1 },
  JSON.parse('{"__proto__": {"code": 1}}') as object,
  Object.create({ code: 1 }) as object,
])("what has no key, or a value of another type, is refused: %j", (given) => {
  expect(refusalOf(Object.assign(given, { __typename: "Place" }))?.extensions["code"]).toBe("SUBGRAPH_ERROR");
});

test.each([null, undefined, "Place", 1, [], () => 1])("what is no object is refused: %s", (given) => {
  expect(refusalOf(given)).not.toBeNull();
});

test("a refusal does not repeat what was sent", () => {
  expect(refusalOf({ __typename: "Place", code: "001080000008" })?.message).not.toContain("001080");
});

test("all representations with the same fault are refused by one error, which has one stack", () => {
  expect(refusalOf({ code: {} })).toBe(refusalOf({ code: [] }));
  expect(refusalOf(null)).toBe(refusalOf({}));
  expect(refusalOf({})).not.toBe(refusalOf({ code: {} }));
});
