import { expect, test } from "vitest";
import { buildSchema } from "graphql";
import { deprecationOf, membersOf, possibleTypes, readSchema, search, usesOf } from "../src/docs/schema.js";

const sdl = `
  type Query { node(id: ID!): Node people(filter: Filter): [Person!]! }
  interface Node { id: ID! }
  type Person implements Node { id: ID! name: String fullName: String @deprecated(reason: "Use name.") old: Int @deprecated }
  type House implements Node { id: ID! people: [Person] }
  input Filter { name: String }
  enum Kind { A B }
`;
const schema = readSchema(buildSchema(sdl) && sdl);
const found = (text: string) => search(schema, text).map(({ path }) => path);

test("without a text all types are listed, with a text types and fields by their own names", () => {
  expect(found("")).toEqual(["Query", "Node", "Person", "House", "Filter", "Kind"]);
  expect(found("peo")).toEqual(["Query.people", "House.people"]);
  expect(found("name")).toEqual(["Person.name", "Filter.name", "Person.fullName"]);
  expect(found("person.n")).toEqual(["Person.name"]);
  expect(found("zzz")).toEqual([]);
});

test("a type tells what it may be, and which fields use it", () => {
  const node = schema.types.get("Node");
  expect(node && possibleTypes(schema, node)).toEqual(["Person", "House"]);
  expect(usesOf(schema, "Person")).toEqual(["Query.people", "House.people"]);
  expect(usesOf(schema, "Filter")).toEqual(["Query.people"]);
});

test("a deprecation tells its reason, also where none was given", () => {
  const person = schema.types.get("Person");
  const reasons = person && membersOf(person).map(deprecationOf);
  expect(reasons).toEqual([undefined, undefined, "Use name.", "No longer supported"]);
  expect(search(schema, "fullName")).toEqual([{ path: "Person.fullName", isDeprecated: true }]);
});
