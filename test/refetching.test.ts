import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, getNamedType, isObjectType, parse, Kind } from "graphql";
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
