import { readFileSync } from "node:fs";
import { buildSchema, isObjectType } from "graphql";
import { expect, test } from "vitest";

const api = buildSchema(readFileSync(new URL("../schema/api.graphql", import.meta.url), "utf8"));

test("all statistics say whether they rest on sample data", () => {
  const statistics = Object.values(api.getTypeMap()).filter(
    (type) => isObjectType(type) && type.name.endsWith("Statistics"),
  );
  expect(statistics.length).toBeGreaterThan(10);
  const silent = statistics.filter((type) => isObjectType(type) && !("isSample" in type.getFields()));
  expect(silent.map(({ name }) => name)).toEqual([]);
});
