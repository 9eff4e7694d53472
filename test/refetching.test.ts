import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, getNamedType, isInterfaceType, isObjectType, Kind, parse, print } from "graphql";
import { expect, test } from "vitest";
import { root } from "./support/documents.js";

const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The entities that a subgraph names by an id. */
function entities(): ReadonlySet<string> {
  const { definitions } = parse(read("schema/supergraph.graphql"));
  return new Set(
    definitions.flatMap((type) =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION &&
      type.directives?.some(
        ({ name, arguments: args = [] }) =>
          name.value === "join__type" &&
          args.some(({ value }) => value.kind === Kind.STRING && value.value === "id"),
      )
        ? [type.name.value]
        : [],
    ),
  );
}

test("each object with an opaque id can be refetched: one root field gives it, and asks for nothing but its id", () => {
  const fields = Object.values(buildSchema(read("schema/api.graphql")).getQueryType()?.getFields() ?? {});
  const refetching = fields.filter(
    ({ type, args: [id, ...others] }) =>
      isObjectType(type) && id?.name === "id" && String(id.type) === "ID!" && others.length === 0,
  );
  const names = refetching.map(({ type }) => getNamedType(type).name);
  expect(entities().size).toBeGreaterThan(8);
  expect(names.toSorted()).toEqual([...entities()].toSorted());
});

test("each of them is a node, whose nodeId every subgraph has that has its type", () => {
  const api = buildSchema(read("schema/api.graphql"));
  const node = api.getType("Node");
  if (!isInterfaceType(node)) throw new Error("Expected an interface Node");
  expect(
    api
      .getPossibleTypes(node)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual([...entities()].toSorted());
  const joined = parse(read("schema/supergraph.graphql")).definitions.flatMap((type) =>
    type.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (type.fields ?? [])
          .filter(({ name }) => name.value === "nodeId")
          .map((field) => [type.name.value, print(field)])
      : [],
  );
  expect(joined.map(([type]) => type).toSorted()).toEqual([...entities()].toSorted());
  // A field without a subgraph is in each one that has the type.
  expect(joined.filter(([, field]) => field?.includes("@join__field"))).toEqual([]);
});
