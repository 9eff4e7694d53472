import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, getNamedType, isObjectType, type GraphQLObjectType } from "graphql";
import { expect, test } from "vitest";
import { root } from "./support/documents.js";

const api = buildSchema(readFileSync(join(root, "schema/api.graphql"), "utf8"));
const objects = Object.values(api.getTypeMap()).filter(isObjectType);
const connections = objects.filter(({ name }) => name.endsWith("Connection"));

const fieldsOf = (type: GraphQLObjectType) =>
  Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, String(field.type)]));

/** What Relay's specification of connections, and its compiler, ask of a schema. */
test("every connection has edges with cursor and node, and the page's place, as Relay asks", () => {
  expect(connections.length).toBeGreaterThan(10);
  for (const connection of connections) {
    const name = connection.name.replace(/Connection$/, "");
    expect(fieldsOf(connection)).toMatchObject({ edges: `[${name}Edge!]!`, pageInfo: "PageInfo!" });
    const edge = objects.find((type) => type.name === `${name}Edge`) ?? expect.fail(`Expected ${name}Edge.`);
    expect(fieldsOf(edge)).toEqual({ cursor: "String!", node: `${name}!` });
  }
  const pageInfo = objects.find(({ name }) => name === "PageInfo") ?? expect.fail("Expected PageInfo.");
  expect(fieldsOf(pageInfo)).toEqual({
    hasNextPage: "Boolean!",
    hasPreviousPage: "Boolean!",
    startCursor: "String",
    endCursor: "String",
  });
});

test("every field that returns a connection takes first, after, last and before, and no default of them", () => {
  const fields = objects.flatMap((type) => Object.values(type.getFields()));
  const paged = fields.filter(({ type }) => getNamedType(type).name.endsWith("Connection"));
  expect(paged.length).toBeGreaterThanOrEqual(connections.length);
  for (const { name, args } of paged)
    expect({
      name,
      args: args.map(({ name: arg, type, defaultValue }) => [arg, String(type), defaultValue]),
    }).toEqual({
      name,
      args: expect.arrayContaining([
        ["first", "Int", undefined],
        ["after", "String", undefined],
        ["last", "Int", undefined],
        ["before", "String", undefined],
      ]),
    });
});
