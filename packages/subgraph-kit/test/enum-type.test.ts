import { isEnumType, print } from "graphql";
import { afterAll, beforeAll, expect, expectTypeOf, test } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { HouseSize, Roof, startHouses } from "../../../test/support/houses.js";

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startHouses({});
});
afterAll(() => graph.close());

const enumOf = (name: string) => {
  const type = graph.schema.getType(name);
  if (!isEnumType(type)) throw new Error(`Expected the enum ${name}.`);
  return type;
};

test("in code a value is its name, as a text", () => {
  expect(HouseSize).toEqual({ SMALL: "SMALL", LARGE: "LARGE" });
  expectTypeOf<HouseSize>().toEqualTypeOf<"SMALL" | "LARGE">();
  expect(Roof.TILES).toBe("TILES");
});

test("the schema describes the enum and each value, in the order of the declaration", () => {
  const type = enumOf("HouseSize");
  expect(type.description).toBe("How large a house is.");
  expect(type.getValues().map(({ name, description }) => [name, description])).toEqual([
    ["SMALL", "One room."],
    ["LARGE", "More than one room."],
  ]);
});

test("titles stand at the values, and at those of a stub none", () => {
  const written = (name: string) =>
    enumOf(name)
      .getValues()
      .map(({ astNode }) => (astNode?.directives ?? []).map(print).join(" "));
  expect(written("HouseSize")).toEqual(['@title(vi: "Nhỏ")', '@title(vi: "Lớn", en: "Large house")']);
  expect(written("Roof")).toEqual([""]);
});

test("a stub names values and leaves their descriptions to the owner", () => {
  const type = enumOf("Roof");
  expect(type.description).toBeUndefined();
  expect(type.getValues().map(({ name, description }) => [name, description])).toEqual([
    ["TILES", undefined],
  ]);
});

test("a value goes in as an argument and out as a result by its name", async () => {
  expect(await graph.expectData("{ size(size: LARGE) roof }")).toEqual({ size: "LARGE", roof: "TILES" });
});
